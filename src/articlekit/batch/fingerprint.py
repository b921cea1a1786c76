"""What makes the summaries: where it is the same, an article that is the same need not be done again."""

from pathlib import Path

import articlekit
from articlekit.digests import file_digest, plain_digest
from articlekit.installed import model_folder
from articlekit.settings import PRESENTATION, Settings, config_digest, settings_plain


def made_by(settings: Settings) -> str:
    """Return the SHA-256 of configuration, model and program, told without loading any of it.

    Raises:
        ModelMissingError: when the model is not installed.
    """
    presentation = {key: value for key, value in settings_plain(settings).items() if key in PRESENTATION}
    program = _folder_digest(Path(articlekit.__file__).parent)
    parts = [config_digest(settings), presentation, _folder_digest(model_folder(settings.model)), program]
    return plain_digest(parts)


def _folder_digest(folder: Path) -> str:
    """Return the SHA-256 of names and contents of all files below a folder, but for what Python compiles there."""
    paths = [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return plain_digest({path.relative_to(folder).as_posix(): file_digest(path) for path in paths})
