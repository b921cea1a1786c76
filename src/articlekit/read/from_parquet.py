"""Parquet: a row is an article, with the columns that JSON has as fields; read a few rows at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from articlekit.errors import InputError
from articlekit.extras import need_extra
from articlekit.read.decode import decode_bytes
from articlekit.read.metadata import NAMES, NO_TEXT_HINT, TEXT_NAMES, article_of
from articlekit.records import Article, Problem, SummaryWarning

ROWS = 64
"""Rows in memory at a time, beside the page of the file that they are in."""
BUFFER = 1 << 20
"""Bytes that are read of a column at a time, so that a row group may be larger than the memory."""


def read_parquet(stream: BinaryIO, where: str) -> Iterator[Article | Problem]:
    """Yield the article of each row as it is read; a row that gives none a `Problem` with its number, from 1: `x.parquet:7`.

    Columns of bytes are decoded as files are; columns of other names are not read.

    Raises:
        InputError: when the file is no Parquet or broken, has no row or no text column, or pyarrow is not installed.
    """
    need_extra("pyarrow", "parquet", InputError, where=where)
    import pyarrow.parquet as pq

    with _told(where):
        file = pq.ParquetFile(stream, buffer_size=BUFFER, pre_buffer=False, coerce_int96_timestamp_unit="us")
        there = set(file.schema_arrow.names)
        rows = file.metadata.num_rows
    columns = [name for name in dict.fromkeys([*TEXT_NAMES, *sum(NAMES.values(), ())]) if name in there]
    if not rows:
        raise InputError("the file is empty", where=where, hint="it needs an article a row")
    if not there.intersection(TEXT_NAMES):
        raise InputError("there is no text column", where=where, hint=NO_TEXT_HINT)
    number = 0
    batches = file.iter_batches(batch_size=ROWS, columns=columns)
    while True:
        with _told(where):
            batch = next(batches, None)
        if batch is None:
            return
        values = [_whole_microseconds(column) for column in batch.columns]
        for row in range(batch.num_rows):
            number += 1
            yield _row(dict(zip(batch.schema.names, (column[row] for column in values), strict=True)), where, number)


@contextmanager
def _told(where: str) -> Iterator[None]:
    import pyarrow as pa

    try:
        yield
    except (pa.ArrowException, OSError, ValueError) as error:  # ValueError: a stream that cannot go back, as of a pipe
        detail = " ".join(str(error).split())
        raise InputError(f"broken Parquet: {detail}", where=where, hint="write the file anew") from None


def _whole_microseconds(column: Any) -> Any:
    """Return a column whose times Python can take."""
    import pyarrow as pa

    if pa.types.is_timestamp(column.type) and column.type.unit == "ns":
        return column.cast(pa.timestamp("us", column.type.tz), safe=False)
    return column


def _row(cells: dict[str, Any], where: str, number: int) -> Article | Problem:
    place = f"{where}:{number}"
    try:
        warnings: list[SummaryWarning] = []
        record = {name: _value(cell.as_py(), place, warnings, text=name in TEXT_NAMES) for name, cell in cells.items()}
        default_id = f"{Path(where).stem}-{number}"
        return article_of(record, place, default_id, tuple(warnings), missing="there is no text in this row")
    except InputError as error:
        return Problem.of(error, place)
    except (
        ValueError,
        ArithmeticError,
        LookupError,
    ) as error:  # text that is no UTF-8, a date out of range, no such zone
        hint = "mend that row; the others are done"
        return Problem(where=place, code="input", message=f"a value cannot be read: {error}", hint=hint)


def _value(value: object, place: str, warnings: list[SummaryWarning], *, text: bool) -> object:
    """Return a value with bytes as text; what had to be guessed in a text goes to `warnings`."""
    if not isinstance(value, bytes):
        return value
    if not text:
        return value.decode("utf-8", "replace")
    if not value.strip():
        return None
    decoded = decode_bytes(value, place)
    warnings.extend(decoded.warnings)
    return decoded.text
