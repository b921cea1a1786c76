"""Libraries that an extra of the package brings: there, or told in one line how to get them."""

from importlib.util import find_spec

from articlekit.errors import ArticlekitError


def need_extra(module: str, extra: str, error: type[ArticlekitError], *, where: str | None = None) -> None:
    """Make sure that a library of an extra is installed, without loading it.

    Raises:
        ArticlekitError: of the class `error`, when it is not.
    """
    if find_spec(module) is None:
        raise error(f"{module} is not installed", where=where, hint=f'pip install "articlekit[{extra}]"')
