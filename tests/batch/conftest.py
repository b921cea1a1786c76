"""Batches here share one pipeline, loaded once."""

import pytest

from articlekit import Extractor
from tests.batch.builders import OwnEngine


@pytest.fixture(autouse=True)
def _one_pipeline(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> None:
    """Make summaries in this process, but where a test asks for the real engine."""
    if "real_engine" not in request.keywords:

        def own(settings: object, **options: object) -> OwnEngine:
            monkeypatch.setattr(extractor, "settings", settings)
            return OwnEngine(extractor)

        monkeypatch.setattr("articlekit.batch.run.LocalEngine", own)
