"""One real summary for the writers."""

import pytest

from articlekit import Extractor, Summary
from tests.samples import ARTICLE


@pytest.fixture(scope="session")
def extractor_summary(extractor: Extractor) -> Summary:
    """A summary with claims, as the library gives it."""
    return extractor.extract(ARTICLE)
