"""What speaks for and against two entities of a person's name being one person."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from articlekit.identify.knowledge import Knowledge
from articlekit.identify.professions import Professions
from articlekit.identify.records import Why
from articlekit.identify.slim import Occurrence

RARE_SHARE = 0.03
"""A name in at most this share of the articles says something about who is meant beside it."""
LEAST_RARE, MOST_RARE = 3, 60
"""Bounds of that number of articles, for small and for large corpora."""
BODY_FACTOR = 5
"""How many times more articles than a rare name an organisation can be in and still say something."""
LITTLE, ENOUGH, PLENTY = 1, 2, 3
"""Least strength of evidence: for professions that are seldom one person's, for names that are no evidence by themselves or
different organisations, and for professions that are never one person's."""
CHANCE = 1
"""How many times the expected number of shared names must be exceeded."""
MOST_COMPANY = 4
"""Many shared names are one story told twice, not more evidence."""
LOOKED_AT = 20
"""How many articles of a person are looked into for the other's organisations."""


@dataclass(slots=True)
class Profile:
    """What is known of a person so far."""

    occurrences: list[Occurrence]
    professions: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    """Rare names in the same articles."""
    parties: set[str] = field(default_factory=set)
    public: bool = False
    """Holds or held a public office."""
    middles: set[tuple[str, ...]] = field(default_factory=set)
    near: set[str] = field(default_factory=set)
    """States by the places in the same sentences."""

    @property
    def blank(self) -> bool:
        """Nothing is said of what the person does or belongs to."""
        return not (self.professions or self.nouns or self.bodies)

    def take(self, other: "Profile") -> None:
        """Add what is known of another who is the same."""
        self.occurrences += other.occurrences
        self.professions |= other.professions
        self.nouns |= other.nouns
        self.bodies |= other.bodies
        self.company |= other.company
        self.parties |= other.parties
        self.public |= other.public
        self.middles |= other.middles
        self.near |= other.near


class Evidence:
    """Makes and compares profiles.

    Args:
        knowledge: for the names of organisations.
        frequencies: in how many articles each name stands.
        articles: number of all articles.
    """

    def __init__(self, knowledge: Knowledge, frequencies: Counter[str], articles: int) -> None:
        self._knowledge = knowledge
        self._professions = Professions(knowledge.lexicons)
        self._frequencies = frequencies
        self._articles = max(articles, 1)
        self._most = min(max(LEAST_RARE, articles * RARE_SHARE), MOST_RARE)

    def profile(self, occurrence: Occurrence, own: Iterable[str], middle: tuple[str, ...]) -> Profile:
        """Return what one article says of a person.

        Args:
            occurrence: the person in the article.
            own: keys of the person's own names, which are no company.
            middle: what stands between first name and surname.
        """
        trade = self._professions.trade_of(occurrence.roles)
        mine = set(own)
        bodies = {self._knowledge.root("ORG", body) for body in occurrence.bodies}
        return Profile(
            [occurrence],
            professions=set(trade.professions),
            nouns=set(trade.nouns),
            bodies=bodies,
            company={
                name
                for name in occurrence.article.around
                if name not in mine and 1 < self._frequencies[name] <= self._most
            },
            parties=(bodies & self._professions.parties) | trade.parties,
            public=bool(trade.professions & self._professions.public),
            middles={middle} if middle else set(),
            near={state for state, _ in occurrence.near},
        )

    def contradicts(self, one: Profile, other: Profile) -> Why | None:
        """Return why two cannot be one without stronger evidence, None where nothing speaks against it."""
        if not self._professions.can_be_one(one.professions, other.professions):
            return "professions"
        if one.parties and other.parties and not one.parties & other.parties:
            return "organisations"
        if one.bodies and other.bodies and not one.bodies & other.bodies and not (one.public and other.public):
            return "organisations"
        return None

    def is_thin(self, one: Profile, other: Profile) -> bool:
        """Tell whether too little speaks for two of one full name being one: other professions, or other states, and no more."""
        if self.strength(one, other) or one.near & other.near:
            return False
        # Who holds a public office is known by the name alone.
        if one.public or other.public:
            return bool(one.professions and other.professions and not one.professions & other.professions)
        return not one.professions & other.professions or bool(one.near and other.near)

    def needed(self, one: Profile, other: Profile) -> int:
        """Return how strong evidence must be to outweigh professions that do not go together."""
        return LITTLE if self._professions.could_be_one(one.professions, other.professions) else PLENTY

    def strength(self, one: Profile, other: Profile) -> int:
        """Return how much speaks for two being one: organisations count most, then nouns of roles, then company."""
        return 2 * (one.public and other.public) + self.beyond_office(one, other)

    def beyond_office(self, one: Profile, other: Profile) -> int:
        """Return how much speaks for it beside that both hold public offices."""
        return self._said(one, other) + self.company(one, other)

    def fits(self, lone: Profile, other: Profile) -> bool:
        """Tell whether a surname alone is a person: by a role or an organisation, or because the article is about the same.

        One colleague brings the names of the own circle along, so that a few shared names are no evidence here.
        """
        return self._said(lone, other) >= ENOUGH or self.company(lone, other) >= MOST_COMPANY

    def _said(self, one: Profile, other: Profile) -> int:
        return (
            3 * len(one.bodies & other.bodies)
            + 2 * len(one.nouns & other.nouns)
            + 2 * (self._beside(one, other) + self._beside(other, one))
        )

    def company(self, one: Profile, other: Profile) -> int:
        """Return how many rare names are in articles of both beyond what chance would bring, four at most."""
        small, large = (one, other) if len(one.company) <= len(other.company) else (other, one)
        shared = len(small.company & large.company)
        if not shared:
            return 0
        articles = len(large.occurrences)
        expected = sum(1 - (1 - (self._frequencies[name] - 1) / self._articles) ** articles for name in small.company)
        return max(0, min(round(shared - CHANCE * expected), MOST_COMPANY))

    def _beside(self, one: Profile, other: Profile) -> bool:
        """Tell whether an organisation of the one stands in most articles of the other, and in few of all."""
        articles = [occurrence.article for occurrence in other.occurrences[:LOOKED_AT]]
        return any(
            2 * sum(body in article.around for article in articles) > len(articles)
            for body in one.bodies - other.bodies
            if self._frequencies[body] <= BODY_FACTOR * self._most
        )
