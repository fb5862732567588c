# Everything a person or a machine does with a checkout. `make help` lists it.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
TORCH  ?= -c constraints.txt
SAMPLES := $(wildcard samples/*/)

.DEFAULT_GOAL := help
.PHONY: help setup report test lint types unit browser samples bench fuzz models clean

##@ For users
help: ## Explain every target
	@awk 'BEGIN {FS = ":.*## "} /^##@/ {printf "\n%s\n", substr($$0, 5)} /^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## Make .venv with the package installed editable (TORCH= to choose your own torch)

$(READY): setup.cfg pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check $(TORCH) torch
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check $(TORCH) -e '.[test]'
	@touch $@

report: setup ## Check the sample article sets and say which page to open
	@$(BIN)/python -m samples.check

##@ For developers
test: setup lint types unit ## Lint, strict types, and every test

lint: setup ## Style of the code
	@$(BIN)/flake8 checker tests

types: setup ## Strict types
	@$(BIN)/mypy

unit: setup ## The tests alone
	@$(BIN)/python -m pytest

bench: setup ## Speed, memory and growth, medians of five runs
	@$(BIN)/python -m checker.bench

clean: ## Remove what was built, but not the user's cache
	rm -rf build dist *.egg-info .mypy_cache .pytest_cache $(VENV)
