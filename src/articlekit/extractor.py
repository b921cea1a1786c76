"""The way of one article in one screen: recognise, then summarise. Reading and writing are the caller's."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from spacy.language import Language

from articlekit.errors import ArticlekitError
from articlekit.read.decode import HALF
from articlekit.recognise.chapters import chapters
from articlekit.recognise.lexicon import load_lexicons
from articlekit.recognise.matrices import matrix_threads, use_numpy_matrices
from articlekit.recognise.parts import recognise
from articlekit.recognise.pipeline import load_pipeline
from articlekit.records import Article, Problem, Provenance, Summary
from articlekit.settings import Settings, author_claims_wanted, config_digest, load_settings
from articlekit.summarise.build import build_summary
from articlekit.summarise.provenance import describe_origin


class Extractor:
    """Turns articles into summaries with one pipeline and one configuration.

    Args:
        model: name or path of a German spaCy pipeline; the embedded one by default.
        config: a configuration file or ready `Settings`.

    Raises:
        ModelMissingError: when the pipeline is not installed or not German.
        SettingsError: when the configuration is wrong.

    Example:
        >>> from articlekit import Extractor
        >>> summary = Extractor().extract("Die Ministerin sagte, das Gesetz sei überfällig.")
        >>> summary.claims[0].speaker
        'Ministerin'
    """

    def __init__(self, model: str | None = None, config: Path | str | Settings | None = None) -> None:
        settings = config if isinstance(config, Settings) else load_settings(Path(config) if config else None)
        self.settings = replace(settings, model=model) if model else settings
        self.nlp: Language = load_pipeline(self.settings.model, lexicons=self.settings.lexicons)
        use_numpy_matrices(self.nlp)
        self._threads = matrix_threads()
        self.lexicons = load_lexicons(self.settings.lexicons)
        self._digest = config_digest(self.settings)
        self._origin = self.origin

    @property
    def origin(self) -> Provenance:
        """What makes the summaries, as it stands in each."""
        return describe_origin(self.nlp, self._digest)

    def extract(self, article: Article | str) -> Summary:
        """Return the summary of an article or a text.

        Raises:
            ArticlekitError: when the text is longer than `max_chars`.
        """
        if isinstance(article, str):
            article = Article(text=HALF.sub("\ufffd", article))
        if len(article.text) > self.settings.max_chars:
            raise ArticlekitError(
                f"{len(article.text):,} characters are more than max_chars ({self.settings.max_chars:,})",
                hint="split the text, or raise max_chars in a configuration file",
            )
        docs = (recognise(self.nlp, chapter) for chapter in chapters(article.text))
        wanted = author_claims_wanted(self.settings)
        with self._threads.limit(limits=1):
            return build_summary(article, docs, self._origin, self.lexicons, author_claims=wanted)

    def extract_many(self, articles: Iterable[Article | Problem | str]) -> Iterator[Summary | Problem]:
        """Yield one summary or problem for each article, in order, each as soon as it is done.

        A problem among the articles goes through unchanged, so that a reader's output can be passed on as it is.
        """
        for number, article in enumerate(articles, 1):
            if isinstance(article, Problem):
                yield article
                continue
            try:
                yield self.extract(article)
            except ArticlekitError as error:
                known = (article.where or article.id) if isinstance(article, Article) else None
                yield Problem.of(error, known or f"article {number}")
