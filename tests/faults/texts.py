"""Short German articles made from a seed: a handful of names and sentences, so that they meet each other."""

from random import Random

PEOPLE = "Jana Brandt|Peter Öztürk|Ute Lindner|Karl-Heinz Vogt|Mira Sommer|Anton Groß|Lea Krüger".split("|")
PARTIES = "die Bundesregierung|der Verband Digitalforum|die Netzagentur|die Stadt Weiden|das Institut Elm".split("|")
PLACES = "Berlin|Dresden|Brüssel|Köln|Saarbrücken".split("|")
THINGS = "das Gesetz|die Verordnung|die Frist|der Entwurf|das Register".split("|")
SENTENCES = (
    "{person} sagte am Montag in {place}, {thing} sei überfällig.",
    "„Wir brauchen mehr Zeit“, sagte {person}.",
    "Nach Angaben von {person} wird {party} {thing} im Herbst prüfen.",
    "{person} forderte, dass {party} {thing} ändert.",
    "In {place} tagte am Dienstag {party}.",
    "Laut {person} gilt {thing} künftig auch für kleine Behörden.",
    "{person} warnte vor {number} Fällen und nannte {thing} unnötig.",
    "„Das reicht nicht“, kritisierte {person}, „{number} Stellen fehlen noch immer.“",
)
ENGLISH = (
    "The minister said that the bill was long overdue and that every agency would have to comply within two years. "
    "Critics in parliament replied that nobody had asked them before, and they promised to vote against it next week."
)


def german_text(rng: Random, *, sentences: int | None = None) -> str:
    """Return an article of 3 to 6 sentences, or of as many as asked."""
    return " ".join(german_sentence(rng) for _ in range(sentences or rng.randint(3, 6))) + "\n"


def german_sentence(rng: Random) -> str:
    """Return one sentence."""
    return rng.choice(SENTENCES).format(
        person=rng.choice(PEOPLE),
        party=rng.choice(PARTIES),
        place=rng.choice(PLACES),
        thing=rng.choice(THINGS),
        number=rng.randint(2, 90),
    )


def german_length(rng: Random, characters: int) -> str:
    """Return a text of at least so many characters, from few sentences again and again."""
    some = german_text(rng, sentences=20)
    return some * (characters // len(some) + 1)
