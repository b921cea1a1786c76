"""Identify: the same actor in many articles gets one id.

`IdentityIndex` takes summaries one after another and gives identities and conflicts; it knows neither spaCy nor files.
"""

from articlekit.identify.index import IdentityIndex
from articlekit.identify.records import Conflict, Identity, Member

__all__ = ["Conflict", "Identity", "IdentityIndex", "Member"]
