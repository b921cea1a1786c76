"""Write: summaries go out as text. A new format is one module `as_x.py` and one line in `WRITERS`."""

from articlekit.write.as_json import JsonWriter
from articlekit.write.as_jsonl import JsonlWriter
from articlekit.write.as_yaml import YamlWriter
from articlekit.write.contract import Plain, Writer
from articlekit.write.one import write_summary

WRITERS: dict[str, type[Writer]] = {
    "yaml": YamlWriter,
    "json": JsonWriter,
    "jsonl": JsonlWriter,
}

__all__ = ["WRITERS", "Plain", "Writer", "write_summary"]
