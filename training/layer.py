"""The token-to-vector layer of a trained pipeline as a file that another training starts from."""

import sys
from pathlib import Path

import spacy


def main(model: Path, target: Path) -> None:
    """Write the layer's weights."""
    layer = spacy.load(model).get_pipe("tok2vec").model  # type: ignore[attr-defined]
    target.write_bytes(layer.to_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
