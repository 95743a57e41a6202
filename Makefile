# The two that a newcomer needs: make demo, make test. Everything runs in .venv, made from constraints.txt.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
SHARED ?= ../shared

.PHONY: demo test lint types unit eval bench commands clean

demo: .venv/.runs
	@rm -rf demo
	@$(BIN)/reportedly demo

test: lint types unit

lint: .venv/.tests
	$(BIN)/ruff check --no-cache .
	$(BIN)/ruff format --no-cache --check .

types: .venv/.tests
	$(BIN)/mypy

unit: .venv/.tests
	$(BIN)/pytest

# Scores on the labelled news, against floors that are never lowered. Needs $(SHARED); says so where it is not.
eval: .venv/.tests
	$(BIN)/python scripts/evaluate.py $(SHARED)

# Slow: prints what docs/measurements.md quotes.
bench: .venv/.tests
	$(BIN)/python bench/ledger.py
	$(BIN)/python bench/reconcile.py

commands: .venv/.tests
	$(BIN)/python -m reportedly.show.command_reference > docs/commands.md

.venv/.runs: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "installing into .venv (once)"
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e .
	@touch $@

.venv/.tests: .venv/.runs
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@

clean:
	rm -rf .venv demo build dist shots .pytest_cache .mypy_cache .ruff_cache .hypothesis
