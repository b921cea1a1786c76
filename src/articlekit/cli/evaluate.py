"""`articlekit evaluate` (being written)."""


def evaluate() -> None:
    """Score against gold."""
