"""What holds for any articles: the order does not matter, ids are unique, every entity is in one identity."""

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from articlekit.identify import IdentityIndex
from articlekit.identify.records import to_plain
from articlekit.identify.slim import sections_of
from articlekit.records import Summary
from tests import strategies
from tests.identify.builders import indexed, summary

PEOPLE = ("Ute Keller", "Keller", "U. Keller", "Max Keller", "Ute Maria Keller", "Pawel Durow", "Pavel Durov", "Xi")
ROLES = ("Ministerin", "CDU-Abgeordnete", "Landwirtin", "Sprecherin der Nordnetz", "Informatiker", "")
BODIES = (
    "Nordnetz",
    "Nordnetz AG",
    "SPD",
    "VON",
    "Verband für Offene Netze",
    "Verein Ost Nord",
    "Innenministerium",
    "Union",
    "Grüne",
)
PLACES = ("Polen", "Warschau", "Sachsen", "Wien", "Berlin", "Plagwitz", "Leipzig-Plagwitz", "Leipzig")
EVENTS = ("Messe", "Messe 2024", "Bundestagswahl", "Parlamentswahl", "38C3")
THINGS = ("Kompass", "Nordnetz Kompass", "GPT-4", "GPT 4", "R1", "gpt-4-2", "GPT-4 2")

people = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(ROLES)).map(lambda pair: pair if pair[1] else pair[:1])
dates = st.sampled_from([None, "2021-11-05", "2024-03-01", "2025-01-01"])


@st.composite
def articles(draw: st.DrawFn) -> list[Summary]:
    """Return up to six articles with few names, so that many collide."""

    def some(of: st.SearchStrategy[object]) -> list[object]:
        return draw(st.lists(of, max_size=3, unique=True))

    return [
        summary(
            f"a{number}",
            draw(dates),
            PER=some(people),
            ORG=some(st.sampled_from(BODIES)),
            LOC=some(st.sampled_from(PLACES)),
            EVT=some(st.sampled_from(EVENTS)),
            TEC=some(st.sampled_from(THINGS)),
            LAW=some(st.sampled_from(("Strafgesetzbuch", "DSA", "Digital Services Act", "Data Act", "EU Data Act"))),
        )
        for number in range(draw(st.integers(1, 6)))
    ]


def told(index: IdentityIndex) -> tuple[list[object], list[object]]:
    """Return all that an index says, as plain data."""
    return [to_plain(one) for one in index.identities()], [to_plain(one) for one in index.conflicts()]


@given(articles(), st.integers(0, 5))
def test_the_order_does_not_matter(summaries: list[Summary], seed: int) -> None:
    shuffled = list(summaries)
    Random(seed).shuffle(shuffled)  # noqa: S311  any other order
    assert told(indexed(summaries)) == told(indexed([*shuffled, *summaries[:1]]))


@given(articles())
def test_every_entity_is_in_one_identity(summaries: list[Summary]) -> None:
    index = indexed(summaries)
    members = Counter((one.article, one.entity) for identity in index.identities() for one in identity.articles)
    entities = {
        (one.article.id, item.id) for one in summaries for _, items in sections_of(one) for item in items if item.name
    }
    assert members == Counter(entities)
    ids = [identity.id for identity in index.identities()]
    assert len(ids) == len(set(ids))
    assert ids == sorted(ids)
    for conflict in index.conflicts():
        assert len(set(conflict.identities)) == len(conflict.identities) > 1
        assert set(conflict.identities) <= set(ids)


@given(st.lists(strategies.summaries, max_size=3))
def test_any_summary_goes(summaries: list[Summary]) -> None:
    """Whatever stands in names, roles and dates, nothing fails; and looking twice says the same."""
    index = IdentityIndex()
    for number, one in enumerate(summaries):
        index.add(one, file=f"{number}.yaml")
        index.identities()
    assert told(index) == told(index)
    assert sum(len(one.articles) for one in index.identities()) == sum(
        len(items) for one in summaries for _, items in sections_of(one)
    )
