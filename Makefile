# Everything a person or a machine does with a checkout. `make help` lists it.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
# Pinned versions; `make setup PINS=` lets pip choose, for a machine that wants its own torch.
PINS   ?= -c constraints.txt
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
VISIT    := reports/samples/visit
MANGROVE := reports/samples/mangrove
CHECK    := $(BIN)/checker check --fail-on never --quiet

.DEFAULT_GOAL := help
.PHONY: help setup report test lint types unit fuzz bench names lock clean

##@ For users
help: ## Explain every target
	@awk 'BEGIN {FS = ":.*## "} /^##@/ {printf "\n%s\n", substr($$0, 5)} /^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## Make .venv with the package installed editable

$(READY): setup.cfg pyproject.toml constraints.txt requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install $(PINS) torch
ifneq ($(strip $(PINS)),)
	@$(PIP) install --require-hashes --no-deps -r requirements.lock
endif
	@$(PIP) install $(PINS) -e '.[test]'
	@touch $@

report: setup ## Check the sample article sets and say which pages to open
	@$(CHECK) $(VISIT)/article.vi.txt $(VISIT)/article.nl.txt $(VISIT)/article.fr.txt $(VISIT)/article.th.txt \
	  --date 2024-10-18 --html $(VISIT)/report.html
	@$(CHECK) $(MANGROVE)/article.vi.md $(MANGROVE)/article.nl.md $(MANGROVE)/article.fr.md $(MANGROVE)/article.th.md \
	  --html $(MANGROVE)/report.html
	@echo "Open $(VISIT)/report.html (a clean set) and $(MANGROVE)/report.html (one with known drift)."

##@ For developers
test: lint types unit ## Lint, strict types, and every test

lint: setup ## Style of the code
	@$(BIN)/flake8 checker tests

types: setup ## Strict types
	@$(BIN)/mypy

unit: setup ## The tests alone
	@$(BIN)/python -m pytest

FUZZ ?= 600
fuzz: setup ## Fuzz every reader, extractor, the aligner and the outputs, FUZZ seconds in all
	@$(PIP) install $(PINS) atheris || echo "atheris cannot be installed here: with our own inputs alone" >&2
	@$(BIN)/python -m tests.fuzz --seconds $(FUZZ)

bench: setup ## Wall time, peak memory, sentences a second, growth, the page in a browser: medians of five
	@$(BIN)/python -m checker.bench
	@$(BIN)/python -m tests.browser.bench

names: setup ## How well transliterated names are told from others: the curve over the threshold
	@$(BIN)/python -m checker.facts.names.measure tests/facts/transliteration.tsv th test
	@$(BIN)/python -m checker.facts.names.measure tests/facts/transliteration_kept.tsv th kept

# torch is left out: each platform has its own build, of another hash.
lock: setup ## Write requirements.lock anew: the pins of constraints.txt with the hashes of their files
	@$(PIP) install uv
	@echo "torch; sys_platform == 'none'" > $(VENV)/without.txt
	@$(BIN)/uv pip compile setup.cfg --extra test -c constraints.txt --override $(VENV)/without.txt --no-emit-package torch \
	  --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --index-url https://pypi.org/simple --quiet -o requirements.lock

clean: ## Remove what was built, but not the user's cache
	rm -rf build dist *.egg-info .mypy_cache .pytest_cache .hypothesis $(VENV)
