# Each target sets up all it needs first; a second run finds it done. `make help` lists them.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
ARGS ?=
# Further words for pip, such as --find-links FOLDER; the machine's own settings stay in force.
PIP_OPTIONS ?=

# What Qt's own packages leave to the system: windowing, OpenGL, fonts (the last one for Korean).
SYSTEM_PACKAGES := libegl1 libgl1 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0 \
  libwayland-client0 libwayland-cursor0 libwayland-egl1 libx11-6 libx11-xcb1 libxkbcommon0 \
  libxkbcommon-x11-0 libxcb1 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0 \
  libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-shm0 \
  libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 zlib1g \
  fonts-dejavu-core fonts-inter fonts-noto-cjk

.PHONY: help setup run test quick check format coverage references bench screenshots tour lessons kills \
  translations lock wheel clean
.DEFAULT_GOAL := help

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/.run-ready ## Start Wiregrad; ARGS="--language ko" passes arguments
	$(BIN)/python -m desktop $(ARGS)

setup: $(VENV)/.run-ready $(VENV)/.test-ready ## Install all that the other targets need

test: check ## Lint, types, import rules and every test, on all cores
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(ARGS)

quick: $(VENV)/.test-ready ## The tests that a change concerns, under a minute; ARGS="--base REV"
	$(BIN)/python -m tests.support.changed $(ARGS)

check: $(VENV)/.test-ready ## Lint, types and import rules only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.test-ready ## Write all code as the check wants it
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

coverage: $(VENV)/.test-ready ## Which lines no test reaches; the engine must have none
	$(BIN)/python -m pytest tests/engine tests/architecture -q --numprocesses auto --cov=engine --cov-fail-under=100

# An environment of its own: PyTorch is large, and a test must pass without it.
REFERENCES := torch==2.13.0 numba==0.68.1
references: $(VENV)-references/.ready ## Hold the engine against PyTorch and numba, which CI has not
	$(VENV)-references/bin/python -m pytest tests/engine --numprocesses auto --dist worksteal $(ARGS)

bench: $(VENV)/.test-ready ## Measure speed against baselines: build/benchmarks.json
	$(BIN)/python -m tests.benchmarks $(ARGS)

screenshots: $(VENV)/.test-ready ## Drive the real app through its main situations: build/screenshots
	$(BIN)/python -m tests.screenshots $(ARGS)

lessons: $(VENV)/.test-ready ## Play every lesson in every language with four sets of numbers
	WIREGRAD_LESSONS=all $(BIN)/python -m pytest tests/journeys/test_every_lesson.py tests/journeys/test_killed_in_lesson.py --numprocesses auto --dist worksteal $(ARGS)

kills: $(VENV)/.test-ready ## Kill the program at work sixty times in each space: at most two seconds are lost
	WIREGRAD_KILLS=60 $(BIN)/python -m pytest tests/journeys/test_killed_at_work.py tests/desktop/training/files/test_killed_training.py -s $(ARGS)

tour: $(VENV)/.test-ready ## Use the real app at random, under watch; ARGS="--seed 7 --actions 300"
	$(BIN)/python -m tests.tour $(ARGS)

translations: $(VENV)/.test-ready ## Collect the texts to translate and compile the translations
	$(BIN)/python -m tests.support.update_translations

wheel: $(VENV)/.test-ready ## Build the installable package: dist
	$(BIN)/python -m build --wheel --no-isolation

# Needs the tool uv, which nothing else does. The files hold versions and hashes, no addresses.
LOCK := uv pip compile pyproject.toml --quiet --universal --fork-strategy fewest \
  --python-version 3.11 --generate-hashes --no-strip-extras --no-annotate --no-header
lock: ## Pin newer versions in requirements*.txt
	$(LOCK) --upgrade --output-file requirements.txt
	$(LOCK) --upgrade --group dev --constraints requirements.txt --output-file requirements-dev.txt

clean: ## Remove what building and testing left; the virtual environment stays
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find engine desktop resources tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.run-ready: requirements.txt $(VENV)/.system-ready
	$(BIN)/python -m pip install --quiet $(PIP_OPTIONS) --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.test-ready: requirements-dev.txt $(VENV)/.system-ready
	$(BIN)/python -m pip install --quiet $(PIP_OPTIONS) --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)-references/.ready: requirements-dev.txt Makefile $(VENV)/.system-ready
	@[ -x $(VENV)-references/bin/python ] || $(PYTHON) -m venv $(VENV)-references
	$(VENV)-references/bin/python -m pip install --quiet $(PIP_OPTIONS) --require-hashes -r requirements-dev.txt
	$(VENV)-references/bin/python -m pip install --quiet $(PIP_OPTIONS) $(REFERENCES)
	@touch $@

# Debian and Ubuntu: install what is missing as root, otherwise print the command and stop.
# Other systems bring these libraries with their desktop. Ubuntu adds t64 to some names.
$(VENV)/.system-ready: Makefile
	@missing=; \
	if command -v dpkg-query >/dev/null; then \
	  installed() { dpkg-query -W -f '$${db:Status-Status}' "$$1" 2>/dev/null | grep -q '^installed'; }; \
	  for package in $(SYSTEM_PACKAGES); do \
	    installed $$package || installed "$${package}t64" || missing="$$missing $$package"; \
	  done; \
	  $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || missing="$$missing python3-venv"; \
	fi; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then \
	    export DEBIAN_FRONTEND=noninteractive; \
	    apt-get update -q && apt-get install -q -y --no-install-recommends $$missing || exit 1; \
	  else \
	    echo "Some system libraries are missing. Install them and run make again:"; \
	    echo "    sudo apt-get install --no-install-recommends$$missing"; \
	    exit 1; \
	  fi; \
	fi
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Wiregrad needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11 ..."; \
	  exit 1; }
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV)
	@touch $@
