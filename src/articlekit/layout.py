"""What the files in the folder of a batch are called: `batch` writes them, `merge` and `identify` read them."""

SUMMARIES = "summaries"
CORPUS = "corpus.sqlite"
ERRORS = "errors.jsonl"
RUN = "run.json"
