"""A made world: people with colliding surnames and full names, bodies with abbreviations, and articles about them.

Every person has an own circle (an organisation, a colleague's project, a place), so that an article about somebody names
some of it, as real ones do. Who is meant is known, so that joins can be checked.
"""

from dataclasses import dataclass, field
from random import Random

from articlekit.records import Summary
from tests.identify.builders import summary

SURNAMES = "Keller Brandt Aksoy Novak Lindner Vogt Haas Okafor Pham Seidel Wirth Yilmaz Stark Moser Falk".split()
FIRST_NAMES = "Ute Jan Leyla Tomasz Ingrid Emeka Mira Paul Selin Viktor Nora Anton Eva Karim Lotte Bela".split()
TRADES = {
    "politics": ("Digitalministerin", "Abgeordneter", "Staatssekretärin"),
    "science": ("Informatikerin", "Professor", "Soziologin"),
    "law": ("Rechtsanwältin", "Richter", "Juristin"),
    "business": ("Geschäftsführerin", "Vorstandschef", "Unternehmerin"),
    "health": ("Hausärztin", "Apotheker", "Pflegerin"),
    "trades": ("Landwirtin", "Busfahrer", "Bäckerin"),
    "journalism": ("Journalistin", "Reporter", "Redakteurin"),
}
APART = (("law", "trades"), ("health", "trades"), ("health", "politics"), ("trades", "science"), ("business", "trades"))
"""Professions of two people of one full name."""
ARTICLES = 200


@dataclass(frozen=True, slots=True)
class Person:
    """One of the made people."""

    number: int
    name: str
    roles: tuple[str, ...]
    body: str
    circle: tuple[str, ...]

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]


@dataclass(slots=True)
class World:
    """Articles, and who is meant in them."""

    summaries: list[Summary] = field(default_factory=list)
    truth: dict[tuple[str, str], str] = field(default_factory=dict)
    """The person or body behind an entity, by article and entity."""


def make_people(random: Random) -> list[Person]:
    """Return 60 people of 15 surnames; ten of them share five full names, with professions that exclude each other."""
    people: list[Person] = []
    names = [f"{first} {last}" for first in FIRST_NAMES for last in SURNAMES]
    for number, name in enumerate(random.sample(names, 55)):
        trades = APART[number] if number < len(APART) else (random.choice(sorted(TRADES)),)
        for trade in trades:
            mine = len(people)
            people.append(
                Person(
                    mine,
                    name,
                    TRADES[trade],
                    f"Institut Nummer {mine}",
                    (f"Projekt {mine}a", f"Dienst {mine}b", f"Werk {mine}c"),
                )
            )
    return people


BODIES = {
    "body1": ("Verband für Offene Netze", "VON"),
    "body2": ("Amt für Breitband und Frequenzen", "ABF"),
    "body3": ("Bündnis Freier Rechenzentren", "BFR"),
    "body4": ("Gesellschaft für Sichere Geräte", "GSG"),
    "body5": ("Gemeinschaft Städtischer Glasfaser", "GSG"),
}
"""Bodies with their abbreviations; the last two have one."""


def make_world(seed: int) -> World:
    """Return 200 articles about the people and bodies."""
    random = Random(seed)  # noqa: S311  a made world, nothing secret
    people, world = make_people(random), World()
    for number in range(ARTICLES):
        article = f"a{number:03}"
        chosen = random.sample(people, random.randint(1, 4))
        chosen = [one for one in chosen if [other.surname for other in chosen].count(one.surname) == 1] or chosen[:1]
        world.summaries.append(_article(random, article, chosen, world))
    return world


def _article(random: Random, article: str, people: list[Person], world: World) -> Summary:
    names: list[tuple[str, ...]] = []
    bodies: list[tuple[str, ...]] = []
    things: list[str] = []
    for person in people:
        style = random.random()
        name = person.surname if style < 0.15 else person.name
        roles = () if style < 0.1 or style > 0.85 else (f"{random.choice(person.roles)} des {person.body}",)
        world.truth[article, f"per{len(names) + 1}"] = f"person{person.number}"
        names.append((name, *roles))
        if random.random() < 0.8:
            bodies.append((person.body,))
        things += random.sample(person.circle, random.randint(0, 2))
    for key in random.sample(sorted(BODIES), random.randint(0, 2)):
        full, short = BODIES[key]
        form = random.choice([(full,), (short,), (full, short)])
        if form[0] not in [given[0] for given in bodies]:
            world.truth[article, f"org{len(bodies) + 1}"] = key
            bodies.append(form)
    return summary(article, PER=names, ORG=bodies, TEC=things)
