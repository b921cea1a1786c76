#!/bin/sh
# Build the wheel, install it alone into a new environment, and run the command's tests against it, away from the checkout.
# Usage: tests/wheel/run.sh PYTHON, where PYTHON has the package `build`.
set -eu
python=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" -m build --wheel --outdir "$work/dist" "$root" >"$work/build.log" 2>&1 || { cat "$work/build.log"; exit 1; }
"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet "$work"/dist/*.whl pytest pytest-xdist hypothesis jsonschema
cp -r "$root/tests" "$root/README.md" "$root/pyproject.toml" "$work/"
cd "$work"
"$work/venv/bin/python" -c "import articlekit, spacy; assert 'site-packages' in articlekit.__file__; spacy.load('de_policy_news')"
"$work/venv/bin/python" -m pytest -n auto tests/cli/test_extract.py tests/cli/test_batch.py tests/cli/test_pipes.py tests/test_cases.py tests/test_readme.py tests/recognise/test_pipeline.py
ls -l "$work"/dist
