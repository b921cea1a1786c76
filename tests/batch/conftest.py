"""Batches here share one pipeline, loaded once."""

import pytest

from articlekit import Extractor
from tests.batch.builders import OwnEngine, OwnFiles


@pytest.fixture(autouse=True)
def _one_pipeline(monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> None:
    """Read and make summaries in this process."""

    def own(settings: object, **options: object) -> OwnEngine:
        monkeypatch.setattr(extractor, "settings", settings)
        return OwnEngine(extractor)

    monkeypatch.setattr("articlekit.batch.run.LocalEngine", own)
    monkeypatch.setattr("articlekit.batch.run.Files", OwnFiles)
