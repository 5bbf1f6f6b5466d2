# The two commands of the README are `make site` and `make test`; `make help` lists the rest.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check install

.DEFAULT_GOAL := help
.PHONY: help site demo test check lint format serve bench audit-web docs lock clean

help: ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

site: $(VENV)/.site ## check data/ and build it into site/
	@$(BIN)/generator build
	@echo
	@echo "Done. The site is in site/: begin at site/index.html"
	@echo "To look at it in a browser: make serve"

test: $(VENV)/.test ## run every test, browser included, and the linters
	@$(BIN)/python tests/published/browser.py
	@$(MAKE) --no-print-directory lint
	@$(BIN)/generator build
	@$(MAKE) --no-print-directory demo
	@$(BIN)/python -m pytest --numprocesses=auto --quiet

# Its reports are as on the day that `generator demo` names.
demo: $(VENV)/.site ## make a register of 500 invented providers and build it into build/demo/site/
	@$(BIN)/generator demo --providers 500 --out build/demo/data
	@$(BIN)/generator build --data build/demo/data --docs build/demo/docs --site build/demo/site --as-of 2026-10-31

check: $(VENV)/.site ## print every finding about data/
	@$(BIN)/generator check

lint: $(VENV)/.test ## ruff, mypy, the contracts between the folders, the dependencies
	@mkdir -p build
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo > build/imports.txt || { cat build/imports.txt; exit 1; }
	@$(BIN)/deptry . > build/dependencies.txt 2>&1 || { cat build/dependencies.txt; exit 1; }
	@echo "Linters: nothing found."

format: $(VENV)/.test ## lay out the code
	@$(BIN)/ruff format --quiet
	@$(BIN)/ruff check --quiet --fix

serve: $(VENV)/.site ## show site/ at http://127.0.0.1:8000/
	@$(BIN)/generator serve

bench: $(VENV)/.test ## measure how long things take, as ratios within one run
	@PYTHONPATH=tests $(BIN)/python -m bench.importing

audit-web: $(VENV)/.test ## Lighthouse and html-validate on each kind of page (needs Node)
	@$(BIN)/python tests/published/browser.py
	@SITE_URL=https://klantcijfer.example/ $(BIN)/generator build --docs build/audit/docs --site build/audit/site
	@PYTHONPATH=tests $(BIN)/python -m audit.web build/audit/site

docs: $(VENV)/.test ## make the pages of docs/ that come from code and tests
	@PYTHONPATH=tests $(BIN)/python -m support.documents

lock: $(VENV)/.test ## lock the newest versions that pyproject.toml allows 
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
		--custom-compile-command "make lock" --extra install --output-file requirements/site.txt
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
		--custom-compile-command "make lock" --extra install --extra dev --constraint requirements/site.txt \
		--output-file requirements/test.txt

clean: ## remove all that was made
	rm -rf $(VENV) build site .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# A stamp for each set of packages: nothing is installed again until its list changes.
$(VENV)/.site: requirements/site.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: install it, or name it with PYTHON=..."; exit 1; }
	@echo "Setting up $(VENV); this takes a minute, once."
	@$(PYTHON) -m venv $(VENV) > /dev/null \
		|| { echo "Python's venv module is missing: on Debian or Ubuntu, install the package python3-venv."; exit 1; }
	@$(PIP) --require-hashes --requirement requirements/site.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.site requirements/test.txt
	@echo "Setting up what the tests need."
	@$(PIP) --require-hashes --requirement requirements/test.txt
	@mkdir -p build
	@touch $@
