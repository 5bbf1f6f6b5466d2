# The two commands of the README are `make site` and `make test`; `make help` lists the rest.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check install

# What a target can be told, as `make check FORMAT=github`. Recipes read them as variables of the shell, in quotes: a
# branch or an address never becomes part of a command.
export FORMAT ?= text
export BASE   ?= origin/main
export URL    ?=
export TESTS  ?=

.DEFAULT_GOAL := help
.PHONY: help site test check difference verify lint format serve demo bench hostile audit-web screenshots docs rehearse links \
	audit-dependencies lock clean

help: ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

site: $(VENV)/.site ## check data/ and build it into site/
	@$(BIN)/generator build
	@echo
	@echo "Done. The site is in site/."
	@echo "To look at it in a browser: make serve"

test: $(VENV)/.test ## run every test, browser included, and the linters; TESTS=published only those of tests/published
	@$(BIN)/python tests/published/browser.py
	@$(MAKE) --no-print-directory --jobs=2 lint $(if $(filter published,$(TESTS)),,demo)
	@$(BIN)/generator build
	@$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal --quiet $(if $(TESTS),"tests/$$TESTS")

check: $(VENV)/.site ## print every finding about data/; FORMAT=github as annotations on a pull request
	@$(BIN)/generator check --format "$$FORMAT"

difference: $(VENV)/.site ## print, in Markdown, what the public would see change since BASE=origin/main
	@$(BIN)/generator diff --format markdown -- "$$BASE"

verify: $(VENV)/.test ## look at the site that is deployed at URL=https://...; what fails stands in build/verification.md too
	@test -n "$$URL" || { echo "Say where: make verify URL=https://..." >&2; exit 2; }
	@$(BIN)/python tests/published/browser.py
	@PYTHONPATH=tests $(BIN)/python -m published.verify "$$URL"

lint: $(VENV)/.test ## ruff, mypy, the contracts between the folders, the dependencies, the workflows
	@mkdir -p build
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo > build/imports.txt || { cat build/imports.txt; exit 1; }
	@$(BIN)/deptry . > build/dependencies.txt 2>&1 || { cat build/dependencies.txt; exit 1; }
	@$(BIN)/zizmor --offline --pedantic --quiet --no-progress --strict-collection .github
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/provider.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	@echo "Linters: nothing found."

format: $(VENV)/.test ## lay out the code
	@$(BIN)/ruff format --quiet
	@$(BIN)/ruff check --quiet --fix

serve: $(VENV)/.site ## show site/ at http://127.0.0.1:8000/
	@$(BIN)/generator serve

demo: $(VENV)/.site ## build the site of 500 invented providers into build/demo/site
	@$(BIN)/generator demo --providers 500 --out build/demo/data
	@SITE_URL=https://klantcijfer.example/ $(BIN)/generator build --data build/demo/data --docs build/demo/docs --site build/demo/site --as-of 2026-10-31

bench: $(VENV)/.test ## measure how long things take, as ratios within one run
	@PYTHONPATH=tests $(BIN)/python -m bench.importing
	@PYTHONPATH=tests $(BIN)/python -m bench.finding
	@PYTHONPATH=tests $(BIN)/python -m bench.replying

hostile: $(VENV)/.test ## visit a page of each hostile text in a browser; `make test` visits some
	@$(BIN)/python tests/published/browser.py
	@EVERY_TEXT=1 $(BIN)/python -m pytest --numprocesses=auto --dist=worksteal --quiet tests/hostile

audit-web: $(VENV)/.test demo ## Lighthouse and html-validate on each kind of page of the demo (needs Node)
	@$(BIN)/python tests/published/browser.py
	@PYTHONPATH=tests $(BIN)/python -m audit.web build/demo/site

screenshots: $(VENV)/.test demo ## take pictures of each kind of page of the demo, into docs/screenshots/
	@$(BIN)/python tests/published/browser.py
	@PYTHONPATH=tests $(BIN)/python -m support.screenshots build/demo/site

docs: $(VENV)/.test ## make the pages of docs/ that come from code and tests
	@PYTHONPATH=tests $(BIN)/python -m support.documents

rehearse: $(VENV)/.test ## run what the workflows run, on this machine; TESTS=published for a short one
	@$(BIN)/python tests/published/browser.py
	@PYTHONPATH=tests $(BIN)/python -m rehearsal

links: $(VENV)/.test ## ask whether the websites of providers still answer; what does not stands in build/links.md too
	@mkdir -p build
	@$(BIN)/lychee --no-progress --scheme https --scheme http --exclude-all-private --accept 200..=299,403,429 \
		--max-concurrency 4 --format markdown --output build/links.md data/providers/*.yaml \
		|| { cat build/links.md; exit 1; }
	@echo "Links: every website answers."

audit-dependencies: $(VENV)/.test ## ask whether a locked version has a known weakness; such stand in build/weaknesses.md too
	@mkdir -p build
	@$(BIN)/pip-audit --disable-pip --require-hashes --progress-spinner off --format markdown \
		--requirement requirements/test.txt --output build/weaknesses.md || { cat build/weaknesses.md; exit 1; }
	@echo "Dependencies: no known weakness."

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
	@echo "Setting up $(VENV); this takes a minute, once." >&2
	@$(PYTHON) -m venv $(VENV) > /dev/null \
		|| { echo "Python's venv module is missing: on Debian or Ubuntu, install the package python3-venv."; exit 1; }
	@$(PIP) --require-hashes --requirement requirements/site.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.site requirements/test.txt
	@echo "Setting up what the tests need." >&2
	@$(PIP) --require-hashes --requirement requirements/test.txt
	@mkdir -p build
	@touch $@
