"""The typed records of the contract: what a reader gives (`Article`) and what a writer gets (`Summary`).

Units: every `start` and `end` is an offset in Unicode code points into `Article.text`, end exclusive; `sentence` counts
sentences from 1; dates are ISO 8601 strings; confidences lie between 0 and 1. Lists are in order of first
mention, author's claims by strength.
"""

from articlekit.records.articles import Article, Problem
from articlekit.records.claims import Act, AuthorClaim, Claim, Form, Modality
from articlekit.records.entities import Entity, Mention, Reference
from articlekit.records.events import Event, EventType, Part, Participant, Status, When
from articlekit.records.places import Offsets, SummaryWarning
from articlekit.records.summary import SCHEMA, ArticleInfo, Provenance, Summary

__all__ = [
    "SCHEMA",
    "Act",
    "Article",
    "ArticleInfo",
    "AuthorClaim",
    "Claim",
    "Entity",
    "Event",
    "EventType",
    "Form",
    "Mention",
    "Modality",
    "Offsets",
    "Part",
    "Participant",
    "Problem",
    "Provenance",
    "Reference",
    "Status",
    "Summary",
    "SummaryWarning",
    "When",
]
