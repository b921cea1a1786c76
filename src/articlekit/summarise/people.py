"""Whether two names can be one person's."""

from articlekit.summarise.romanised import is_romanised, plain, sound


def same_person(one: str, other: str) -> bool:
    """Tell whether two names can be one person: one of the names alone, or the same surname with a fitting first name.

    Slavic names may be spelled in two ways.
    """
    heard = sound(one), sound(other)
    if heard != (one, other) and all(map(is_romanised, heard)) and same_person(*heard):
        return True
    short, long = sorted((names_in(one), names_in(other)), key=len)
    if len(short) == 1:
        return short[0] in long
    if not short or short[-1] != long[-1]:
        return False
    return _is_first_name(short[0], long[0]) and all(
        any(_is_first_name(given, other) for other in long[1:-1]) for given in short[1:-1]
    )


def names_in(name: str) -> list[str]:
    """Return the words of a person's name in plain letters, without particles such as `von der`."""
    particle = not name.islower()
    return plain(" ".join(word for word in name.split() if not (particle and word[0].islower()))).split()


def _is_first_name(one: str, other: str) -> bool:
    """Tell whether two first names are one, or one the initial of the other."""
    short, long = sorted((one, other), key=len)
    return short == long or (short.endswith(".") and long.startswith(short[:-1]))
