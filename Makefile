# make serve: install and start; make test: everything; make check: what needs no server or browser.

PYTHON ?= python3
UV_VERSION := 0.13.9
VENV := .venv
BIN := $(VENV)/bin
# Quiet twice: errors are shown, warnings about other projects' metadata are not.
PIP := $(BIN)/python -m pip --disable-pip-version-check -q -q
COMPILE := $(BIN)/uv --quiet pip compile pyproject.toml --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-header --no-annotate --no-config \
	--no-emit-index-url --no-emit-find-links --extra fast-neo4j --group build

# As the command sets it for itself: small products of matrices gain nothing by a second thread.
export OPENBLAS_NUM_THREADS := 1

.PHONY: serve test check lint bench scorecard lock

serve: $(VENV)/.installed-run
	@$(BIN)/whobacks serve --sample

test: lint
	@$(BIN)/python -m tests.servers.prepare
	@$(BIN)/python -m pytest

check: lint
	@$(BIN)/python -m pytest -n auto --dist loadfile -m "not neo4j and not browser and not slow"

lint: $(VENV)/.installed-test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(VENV)/.installed-test
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.reading --output bench/reading.json

scorecard: $(VENV)/.installed-test
	@$(BIN)/python -m bench.extraction --output bench/extraction/results.json

# Keeps the versions of the lock files where it can; UPGRADE=--upgrade takes the newest.
lock: | $(BIN)/python
	@$(PIP) install uv==$(UV_VERSION)
	@$(COMPILE) $(UPGRADE) --output-file requirements/run.txt
	@$(COMPILE) $(UPGRADE) --group test --constraint requirements/run.txt \
		--output-file requirements/test.txt

$(VENV)/.installed-run: requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "installing requirements/run.txt into $(VENV)" >&2
	@$(PIP) install --require-hashes --requirement requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-test: requirements/test.txt $(VENV)/.installed-run
	@echo "installing requirements/test.txt into $(VENV)" >&2
	@$(PIP) install --require-hashes --requirement requirements/test.txt
	@touch $@

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || \
		{ echo "error: $(PYTHON) is missing: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "error: $$($(PYTHON) --version) is too old, 3.11 or newer is needed:" \
		"apt-get install python3.11 python3.11-venv, then make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "error: $(PYTHON) has no venv: apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)
