"""A worker on a node of a Ray cluster: an actor with a pipeline."""

import platform

from articlekit.batch.fingerprint import made_by
from articlekit.batch.tasks import Ready, Task
from articlekit.batch.worker import Answer, Maker
from articlekit.errors import ArticlekitError, SettingsError
from articlekit.settings import Settings

EVERYWHERE = "model, lexicons and articlekit must be the same on all nodes, in the same places"


class RayWorker:
    """Loads the pipeline once, then makes one summary after another."""

    _maker: Maker

    def load(self, settings: Settings, key: str) -> Ready:
        """Load the pipeline; say why not where it cannot be, or would not make what the run wants.

        Args:
            settings: of the summaries.
            key: what `made_by` gives where the run is.
        """
        node = f"node {platform.node()}"
        try:
            if made_by(settings) != key:
                return Ready(SettingsError("this node differs", where=node, hint=EVERYWHERE))
            self._maker = Maker.load(settings)
        except ArticlekitError as error:
            return Ready(type(error)(f"{error.where or 'pipeline'}: {error.message}", where=node, hint=EVERYWHERE))
        except OSError as error:
            return Ready(SettingsError(f"{error.filename}: {error.strerror}", where=node, hint=EVERYWHERE))
        return Ready()

    def make(self, task: Task) -> Answer:
        """Make a summary."""
        return self._maker.make(task)
