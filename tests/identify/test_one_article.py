"""Within one article: two people of one surname who are both named in full stay apart, whatever else is said of them."""

from itertools import permutations
from random import Random

import pytest

from articlekit.recognise.lexicon import load_lexicons
from articlekit.records import Mention
from articlekit.summarise.merge import Inflection, Merger
from tests.identify.world import FIRST_NAMES, SURNAMES


def merged(label: str, *names: str) -> list[set[str]]:
    """Return the forms of each entity that the mentions of an article become."""
    mentions = [
        (Mention(text=name, start=20 * place, end=20 * place + len(name), sentence=place), Inflection())
        for place, name in enumerate(names)
    ]
    clusters = Merger(load_lexicons(), lambda _before, _after: False).merge(label, mentions)
    return [set(cluster.forms) for cluster in clusters]


@pytest.mark.parametrize("seed", range(5))
def test_two_full_names_stay_two(seed: int) -> None:
    """Surnames alone go to one of them, never make the two one."""
    random = Random(seed)  # noqa: S311  names, nothing secret
    for _ in range(40):
        surname = random.choice(SURNAMES)
        one, other = (f"{first} {surname}" for first in random.sample(FIRST_NAMES, 2))
        names = [one, other, *random.choices([one, other, surname], k=random.randint(0, 4))]
        random.shuffle(names)
        entities = merged("PER", *names)
        assert not [forms for forms in entities if {one, other} <= forms], names
        assert sum(one in forms for forms in entities) == sum(other in forms for forms in entities) == 1


def test_three_of_a_name_in_any_order() -> None:
    for names in permutations(["Ute Keller", "Max Keller", "Eva Keller", "Keller"]):
        entities = merged("PER", *names)
        assert len([forms for forms in entities if any(" " in form for form in forms)]) == 3


def test_events_of_two_years_stay_two() -> None:
    assert len(merged("EVT", "Bundestagswahl 2021", "Bundestagswahl 2025")) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Thu Hà", "Nguyễn Thanh Hà"),
        ("Kim Min Ho", "Kim Sun Ho"),
        ("Max M. Keller", "Max T. Keller"),
        ("Anna Maria Keller", "Maria Anna Keller"),
    ],
)
def test_people_with_other_first_names_stay_two(one: str, other: str) -> None:
    assert len(merged("PER", one, other)) == 2


@pytest.mark.parametrize(
    ("label", "one", "other"), [("ORG", "Google", "Google Cloud"), ("ORG", "Microsoft", "Microsoft France")]
)
@pytest.mark.xfail(reason="the longer name counts as the fuller form of one company")
def test_two_that_an_article_makes_one(label: str, one: str, other: str) -> None:
    assert len(merged(label, one, other)) == 2
