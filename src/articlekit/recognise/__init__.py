"""Recognise: an article's text becomes a spaCy `Doc` with names, events, claims, speakers and author's claims.

The components are registered factories (`factories.py`), so `nlp.add_pipe("articlekit_claims")` works in any German
pipeline with STTS tags. They keep only what spaCy can serialise on the `Doc`: `doc.ents` and span groups.
"""

COMPONENTS = (
    "articlekit_paragraphs",
    "articlekit_lemmas",
    "articlekit_entities",
    "articlekit_events",
    "articlekit_claims",
    "articlekit_happenings",
    "articlekit_speakers",
    "articlekit_references",
    "articlekit_author",
)
"""In pipeline order. The first goes before the parser, the others come last."""
