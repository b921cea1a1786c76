"""Markdown: the body is the text as it stands, the front matter is metadata."""

from io import BytesIO

import pytest

from articlekit import Article
from articlekit.errors import InputError
from articlekit.read.from_markdown import read_markdown
from tests.samples import ARTICLE, FRONT_MATTER


def read(text: str, where: str = "ordner/a.md") -> Article:
    """Return the one article."""
    [article] = read_markdown(BytesIO(text.encode()), where)
    return article


def test_front_matter_is_metadata() -> None:
    """The text begins at the first line of the body; the names of the front matter become those of the article."""
    article = read(FRONT_MATTER + ARTICLE)
    assert article == Article(
        text=ARTICLE,
        id="frist-7",
        title="Streit über die Übergangsfrist",
        author="Jörg Ähre; Ute Übel",
        date="2025-10-02",
        source="Technikblatt",
        url="https://technikblatt.example/frist",
    )


def test_without_front_matter() -> None:
    """Id and source come from the file's name, the title from the first heading, which stays in the text."""
    article = read(f"# Die Frist #\n\n{ARTICLE}")
    assert article == Article(text=f"# Die Frist #\n\n{ARTICLE}", id="a", source="a.md", title="Die Frist")


def test_stdin_is_no_source() -> None:
    """A stream has no name that could stand as source."""
    assert read(ARTICLE, "stdin").source is None


@pytest.mark.parametrize("front", ["---\ntitle: T\n...\n", "---  \ntitle: T\n---\t\n", "---\r\ntitle: T\r\n---\r\n"])
def test_ways_to_close_front_matter(front: str) -> None:
    """`...`, trailing blanks and CRLF are front matter too."""
    article = read(front + "\n\nText.")
    assert (article.title, article.text) == ("T", "Text.")


@pytest.mark.parametrize("text", ["Text.\n\n---\n\nMehr: Text.\n---\n", "----\nText.", "--- Text.\n---\n"])
def test_a_rule_is_no_front_matter(text: str) -> None:
    """Lines of dashes inside the text are text."""
    assert read(text).text == text


def test_empty_front_matter() -> None:
    """Nothing between the fences is no metadata, and no mistake."""
    assert read("---\n---\nText.") == Article(text="Text.", id="a", source="a.md")


def test_front_matter_title_wins_over_the_heading() -> None:
    """What somebody wrote as title is the title."""
    assert read("---\ntitle: Oben\n---\n# Unten\nText.").title == "Oben"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: T\nText.", "ordner/a.md: the front matter is not closed; end it with a line ---"),
        ("---\ntitle: T\nauthor: [A\n---\nText.", "ordner/a.md: broken front matter, line 4: "),
        ("---\ntitle: 'T\n---\nText.", "ordner/a.md: broken front matter, line "),
        ("---\ndate: 2025-13-45\n---\nText.", "ordner/a.md: broken front matter: month must be in 1..12"),
        ("---\n- T\n---\nText.", "ordner/a.md: broken front matter: no key: value lines; mend the YAML between"),
        ("---\ntitle: T\n---\n\n", "ordner/a.md: there is no text after the front matter; add the text"),
        ("---\nx: !!python/name:os.system\n---\nText.", "ordner/a.md: broken front matter, line 2: "),
    ],
    ids=["open", "bracket", "quote", "date", "list", "no-body", "tag"],
)
def test_broken_front_matter_is_told(text: str, line: str) -> None:
    """The message names the file, the line in it and the mend."""
    with pytest.raises(InputError) as caught:
        read(text)
    assert str(caught.value).startswith(line)
    assert caught.value.hint


@pytest.mark.parametrize("value", ["&a [*a]", "!!bool vielleicht", "!!timestamp gestern"])
def test_front_matter_never_crashes(value: str) -> None:
    """Whatever stands in it, the reader gives an article or an `InputError`."""
    try:
        read(f"---\nauthor: {value}\n---\nText.")
    except InputError as error:
        assert error.hint  # noqa: PT017  either way is right
