# Each target makes the virtual environment it needs when there is none. `make help` lists them.

VENV ?= .venv
PYTHON ?= $(firstword $(foreach name,python3.13 python3.12 python3.11 python3,$(shell command -v $(name))))
BIN := $(VENV)/bin
READY := $(VENV)/.dragoman-dev
PYTEST_FLAGS ?= -n auto

export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help demo test check bench docs generate pictures screenshots calibrate format clean bench-ledger bench-web

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# The stamp is older than pyproject.toml whenever the dependencies may have changed.
$(READY): pyproject.toml
	@VENV=$(VENV) PYTHON=$(PYTHON) bash tools/make_environment.sh
	@touch $@

demo: $(READY) ## Code the sample reports into a throw-away ledger and show three answers
	@PATH="$(abspath $(BIN)):$$PATH" bash tools/demo.sh

test: $(READY) ## Run all tests
	$(BIN)/python -m pytest $(PYTEST_FLAGS)

check: $(READY) ## Check format, lint, types, import contracts, data schemas, generated files, docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache
	$(BIN)/python -m pytest -q tests/test_repository.py $(wildcard tests/knowledge)
	PYTHON=$(BIN)/python bash tools/generate.sh --check
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --site-dir build/site

bench: $(READY) ## Words a second from bytes to claims, beside the bare parser
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 $(BIN)/python tools/bench.py

bench-ledger: $(READY) ## Claims a second added, answered from and verified, in ledgers of several sizes
	OMP_NUM_THREADS=1 $(BIN)/python tools/bench_ledger.py $(BENCH_FLAGS)

bench-web: $(READY) ## Ask pages of LEDGER over 50 connections while a report is being added
	$(BIN)/python tools/bench_web.py $(LEDGER)

docs: $(READY) ## Build the documentation into build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --site-dir build/site

generate: $(READY) ## Write again every file that is made from data
	PYTHON=$(BIN)/python bash tools/generate.sh

pictures: $(READY) ## Draw the pictures of the README from real answers
	$(BIN)/python tools/make_pictures.py

screenshots: $(READY) ## Take the pictures of the pages that stand in the docs
	$(BIN)/python tools/make_screenshots.py

calibrate: $(READY) ## Fit the confidence of claims on gold again
	$(BIN)/python tools/calibrate.py

format: $(READY) ## Lay out the code and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## Remove what was built, not the environment
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
