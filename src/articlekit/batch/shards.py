"""Which articles belong to a shard: told from path and number alone, the same on every machine and in every release."""

import hashlib

from articlekit.batch.options import Shard


def in_shard(path: str, record: int, shard: Shard) -> bool:
    """Tell whether an article belongs to a shard; `path` is below the input folder, `record` counts from 1 in the file."""
    if shard.of == 1:
        return True
    digest = hashlib.sha256(f"{path}\n{record}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % shard.of == shard.number - 1
