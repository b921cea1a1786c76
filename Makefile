# Recipes for users and contributors. `make demo` and `make test` work on a fresh machine with Python 3.11 or later.
PYTHON ?= python3
VENV ?= .venv
GOLD ?=
BIN = $(VENV)/bin

.PHONY: demo test lint fix golden gate repin accuracy calibrate weights schemes identities articles bench faults ray-test train ablate wheel-test clean

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@

demo: $(VENV)/installed            ## print the summary of a corpus article
	$(BIN)/articlekit extract corpus/articles/astana-digital-bridge.md

test: $(VENV)/installed            ## all tests, on all cores; no network, no other model
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/installed            ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fix: $(VENV)/installed             ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: $(VENV)/installed          ## rewrite the expected part of the cases, then show what changed
	$(BIN)/python -m pytest tests/test_cases.py tests/test_readme.py --update-golden
	git --no-pager diff --stat tests/cases README.md

gate: $(VENV)/installed            ## accuracy on the development articles against the pinned floors
	$(BIN)/articlekit evaluate corpus/dev --floors corpus/floors.json

repin: $(VENV)/installed           ## raise the floors after an improvement or a change of the corpus
	$(BIN)/articlekit evaluate corpus/dev --floors corpus/floors.json --update-floors

accuracy: $(VENV)/installed        ## write docs/accuracy.md
	$(BIN)/python -m articlekit.learn.accuracy

calibrate: $(VENV)/installed       ## write the confidence of the claim rules
	$(BIN)/python -m articlekit.learn.calibrate corpus/train

weights: $(VENV)/installed         ## fit the linear models of acts, the author's claims and antecedents
	$(BIN)/python -m pip install --quiet --group train
	$(BIN)/python -m articlekit.learn.weights corpus/train
	$(BIN)/python -m articlekit.learn.happening_weights corpus/train
	$(BIN)/python -m articlekit.learn.antecedents corpus/train

identities: $(VENV)/installed      ## how well actors are told apart across articles
	$(BIN)/python -m articlekit.learn.identities

schemes: $(VENV)/installed         ## claims with each dependency scheme
	$(BIN)/python -m articlekit.learn.schemes corpus/dev

articles: $(VENV)/installed        ## write the plain texts of the gold articles to corpus/articles
	$(BIN)/python -m articlekit.learn.articles

bench: $(VENV)/installed           ## start-up, overhead, claims, long texts, batches: ratios in one run (two hours)
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/overhead.py
	$(BIN)/python benchmarks/claims.py
	$(BIN)/python benchmarks/length.py
	$(BIN)/python benchmarks/memory.py
	$(BIN)/python benchmarks/batch.py
	$(BIN)/python benchmarks/unchanged.py
	$(BIN)/python benchmarks/flat.py

faults: $(VENV)/installed          ## kill a batch over broken files 50 times and look whether anything is lost
	$(BIN)/python -m pytest -m faults
	$(BIN)/python -m tests.faults

ray-test: $(VENV)/installed        ## batches on Ray, and Parquet; installs the extra that they need
	$(BIN)/python -m pip install --quiet --editable ".[ray]"
	$(BIN)/python -m pytest tests/batch/test_ray.py tests/batch/test_parquet.py tests/batch/test_extras.py tests/read/test_parquet.py

train: $(VENV)/installed          ## train the embedded pipeline anew; GOLD=FOLDER adds your own gold articles
	$(BIN)/python -m pip install --quiet --group train
	cd training && GOLD="$(abspath $(GOLD))" ../$(BIN)/python -m weasel run all

ablate: $(VENV)/installed          ## measure what each source, device and rule is worth (an hour)
	cd training && ../$(BIN)/python ablate.py build metrics
	$(BIN)/python -m articlekit.learn.ablate corpus/dev

wheel-test: $(VENV)/installed      ## build the wheel, install it alone, and run the tests that need no checkout against it
	sh tests/wheel/run.sh $(BIN)/python

clean:
	rm -rf $(VENV) dist build
