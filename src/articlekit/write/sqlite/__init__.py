"""A corpus of summaries as one SQLite file: `schema.sql` says what is in it."""

from articlekit.write.sqlite.corpus import Corpus, Done
from articlekit.write.sqlite.rows import Rows, document_rows

__all__ = ["Corpus", "Done", "Rows", "document_rows"]
