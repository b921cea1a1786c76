"""The command line: parse, one library call, echo. Nothing here imports spaCy before a command runs."""
