"""The names of the parts of a summary that `--only` chooses from. Apart, so that the command line needs no more."""

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
