"""The parts of a summary that `--only` chooses from, and the kinds of names. Apart, so that the command line needs no more."""

SECTIONS = (
    "people",
    "organisations",
    "places",
    "technologies",
    "laws",
    "events",
    "claims",
    "author_claims",
)
"""In the order of the summary."""

LABELS = ("PER", "ORG", "LOC", "EVT", "TEC", "LAW")
"""The six kinds of names: people, organisations, places, events, technologies, laws."""

ENTITY_SECTIONS = {"PER": "people", "ORG": "organisations", "LOC": "places", "TEC": "technologies", "LAW": "laws"}
"""Where each kind of name stands, but for events, which have fields of their own."""
