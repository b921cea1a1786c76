"""The fault harness: batches over broken files whose processes are killed, and checks that nothing is lost.

`python -m tests.faults` runs all of it; `test_faults.py` a small version.
"""
