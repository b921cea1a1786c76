"""The whole way: read, recognise, summarise, write. The commands `extract` and `batch` are thin shells round it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from articlekit.codec import to_plain
from articlekit.errors import SettingsError
from articlekit.read import STDIN, read_articles
from articlekit.records import Article, Problem, Summary
from articlekit.settings import Settings
from articlekit.write.files import open_sink

Say = Callable[[object], None]


def extract_to(
    sources: Sequence[str],
    settings: Settings,
    *,
    output: Path | None,
    directory: bool,
    warn: Say | None,
    tell: Say,
) -> int:
    """Summarise the articles of `sources` one by one and write each as soon as it is done.

    Args:
        sources: files, or `-` for standard input.
        settings: the effective configuration.
        output: file or folder; None writes to standard output.
        directory: `output` is a folder that gets one file an article.
        warn: is told the warnings of each summary; None for silence.
        tell: is told each problem.

    Returns:
        The number of inputs that gave no summary.

    Raises:
        SettingsError: when the output would overwrite an input.
        ModelMissingError: when the model is not installed.
    """
    if (
        output
        and not directory
        and any(source != STDIN and Path(source).resolve() == output.resolve() for source in sources)
    ):
        raise SettingsError("this is one of the inputs", where=str(output), hint="write to another file")
    articles = read_articles(sources)
    head = list(islice(articles, 2 if settings.format != "jsonl" else 0))
    several = len(sources) > 1 or len(head) > 1
    lines = [source.lower().endswith(".jsonl") or (source == STDIN and several) for source in sources]
    format_name = settings.format or ("jsonl" if all(lines) else "yaml")
    failed = 0
    inputs = [Path(source) for source in sources if source != STDIN]
    with open_sink(output, directory=directory, format=format_name, several=several, inputs=inputs) as sink:
        for result in _summaries(chain(head, articles), settings):
            if isinstance(result, Problem):
                failed += 1
                tell(result)
                continue
            if warn:
                for warning in result.warnings:
                    warn(f"{result.article.id or 'article'}: warning: {warning.message}")
            sink.write(result.article.id or "article", to_plain(result, only=settings.only, brief=settings.brief))
    return failed


def _summaries(articles: Iterator[Article | Problem], settings: Settings) -> Iterator[Summary | Problem]:
    """Yield the summary of each article; spaCy is loaded for the first article, not for a wrong path."""
    extractor = None
    for article in articles:
        if isinstance(article, Problem):
            yield article
            continue
        if extractor is None:
            from articlekit.extractor import Extractor

            extractor = Extractor(config=settings)
        yield from extractor.extract_many([article])
