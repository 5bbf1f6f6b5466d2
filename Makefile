# The two commands of the README are `make site` and `make test`; `make help` lists the rest.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# Python compiles what it imports, and nobody waits for the rest: that is two fifths of the time that setting up takes.
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check install --no-compile

# One more than there are processors: a test in a browser waits as much as it works.
WORKERS := $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')

# Where the generator comes from: the file with its program that requirements/generator.txt names.
GENERATOR := --require-hashes --requirement requirements/generator.txt

# What a target can be told, as `make check FORMAT=github`. Recipes read them as variables of the shell, in quotes: a
# branch or an address never becomes part of a command.
export FORMAT ?= text
export BASE   ?= origin/main
export LONGEST ?= 1000
export SHARD  ?= 1/4
export URL    ?=
export TESTS  ?=
export EXAMPLES ?= 20
export SIZES    ?=
export FUZZ_MINUTES ?= 10
export FUZZ_SEED    ?= 1

# What Python compiles is kept, whatever the environment says: else each of many processes compiles all anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help site built test check audit audit-correction difference history changed hooks shard merge compare verify lint \
	serve links audit-dependencies sbom clean

help: ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

site: built ## check data/ and build it into site/
	@echo
	@echo "Done. The site is in site/."
	@echo "To look at it in a browser: make serve"

test: $(VENV)/.test ## run every test, browser included, and the linters; TESTS=published only those of tests/published, EXAMPLES=300 tries more
	@$(BIN)/python tests/published/browser.py
	@$(MAKE) --no-print-directory --jobs=2 lint $(TESTED_TOO) built
	@$(BIN)/python -m pytest --numprocesses=$(WORKERS) --dist=worksteal --quiet $(if $(TESTS),"tests/$$TESTS")

built: $(VENV)/.site
	@$(BIN)/generator build

check: $(VENV)/.site ## print every finding about data/, with BASE= also what was lost since; FORMAT=github as annotations on a pull request
	@$(BIN)/generator check --format "$$FORMAT" $(if $(filter file,$(origin BASE)),,$${BASE:+"--since=$$BASE"})

audit: $(VENV)/.site ## print how far each withheld grade can be worked out from all that is public
	@$(BIN)/generator audit

audit-correction: $(VENV)/.site ## the same, for whoever kept what BASE=origin/main showed
	@$(BIN)/generator audit "--against=$$BASE"

difference: $(VENV)/.site ## print what the public would see change since BASE=origin/main, whole in build/difference.md; FORMAT=markdown for GitHub, at most LONGEST=1000 kB
	@mkdir -p build && rm -f build/difference.md
	@$(BIN)/generator diff --format "$$FORMAT" --longest "$$LONGEST" --whole build/difference.md -- "$$BASE"

history: $(VENV)/.site ## refuse what is withheld or early, and whole reports, in any commit since BASE=origin/main; BASE= for the whole history
	@$(BIN)/generator guard --format "$$FORMAT" $${BASE:+"--since=$$BASE"}

# Whoever asks relies on the tests of BASE: what is not known to be no code is code, and so is what comes after a BASE that is no
# ancestor, or that is none at all.
changed: ## say whether anything but data/ and docs/ is another than at BASE, and since which commit all are new
	@if git merge-base --is-ancestor "$$BASE" HEAD 2> /dev/null; then echo "since=$$BASE"; \
		git diff --quiet "$$BASE" HEAD -- . ':(exclude)data' ':(exclude)docs' && echo code=false || echo code=true; \
		else echo "since=$$(git rev-parse --quiet --verify HEAD^1)"; echo code=true; fi

hooks: $(VENV)/.site ## have git refuse a commit, a merge or a push that would hold what is withheld or early, or a report
	@git config core.hooksPath .githooks
	@echo "The hooks of .githooks/ are on, in every worktree. To switch them off: git config --unset core.hooksPath"

shard: $(VENV)/.site ## check data/ and build a share of the site, SHARD=2/4, into build/shards/
	@$(BIN)/generator build --shard "$$SHARD"

merge: $(VENV)/.site ## make site/ of all shares in build/shards/
	@$(BIN)/generator merge

compare: $(VENV)/.site ## build the site anew, into build/whole/, and see that site/ has the same bytes
	@test -f site/index.html || { echo "There is no site/ to compare with: make site" >&2; exit 2; }
	@rm -rf build/whole
	@$(BIN)/generator build --docs build/whole/docs --site build/whole/site
	@diff --recursive --brief build/whole/site site
	@diff --recursive --brief build/whole/docs build/docs
	@echo "The same bytes."

verify: $(VENV)/.test ## look at the site that is deployed at URL=https://...; what fails stands in build/verification.md too
	@test -n "$$URL" || { echo "Say where: make verify URL=https://..." >&2; exit 2; }
	@$(BIN)/python tests/published/browser.py
	@PYTHONPATH=tests $(BIN)/python -m published.verify "$$URL"

lint: $(VENV)/.test ## look for faults in the workflows
	@$(BIN)/zizmor --offline --pedantic --quiet --no-progress --strict-collection .github
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/provider.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	@echo "Linters: nothing found."

serve: $(VENV)/.site ## show site/ at http://127.0.0.1:8000/
	@$(BIN)/generator serve

links: $(VENV)/.test ## ask whether the websites on the site still answer; what does not stands in build/links.md too
	@$(BIN)/generator build
	@rm -f build/links.json
	@$(BIN)/lychee --no-progress --scheme https --scheme http --exclude-all-private --accept 200..=299,403,429 \
		--max-concurrency 4 --format json --output build/links.json site/*/*/ratings.json || true
	@PYTHONPATH=tests $(BIN)/python -m support.asked links build/links.json build/links.md
	@echo "Links: every website answers."

audit-dependencies: $(VENV)/.test ## ask whether a locked version has a known weakness; such, and what was not asked, stand in build/weaknesses.md too
	@mkdir -p build
	@rm -f build/weaknesses.json
	@$(BIN)/pip-audit --disable-pip --require-hashes --progress-spinner off --format json \
		--requirement requirements/test.txt --output build/weaknesses.json || true
	@PYTHONPATH=tests $(BIN)/python -m support.asked weaknesses build/weaknesses.json build/weaknesses.md requirements/test.txt
	@echo "Dependencies: no known weakness."

sbom: $(VENV)/.test ## list, as CycloneDX, every package that a site is made with, into build/sbom.json
	@mkdir -p build
	@$(BIN)/cyclonedx-py requirements requirements/site.txt --output-reproducible --output-file build/locked.json
	@$(BIN)/cyclonedx-py environment $(BIN)/python $(addprefix --pyproject ,$(wildcard pyproject.toml)) --output-reproducible \
		--output-file build/installed.json
	@PYTHONPATH=tests $(BIN)/python -m support.bill_of_materials build/locked.json build/installed.json build/sbom.json

clean: ## remove all that was made
	rm -rf $(VENV) build site .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# A stamp for each set of packages: nothing is installed again until its list changes.
$(VENV)/.site: requirements/site.txt $(wildcard requirements/generator.txt pyproject.toml)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: install it, or name it with PYTHON=..."; exit 1; }
	@echo "Setting up $(VENV); this takes a minute, once." >&2
	@$(PYTHON) -m venv $(VENV) > /dev/null \
		|| { echo "Python's venv module is missing: on Debian or Ubuntu, install the package python3-venv."; exit 1; }
	@$(PIP) --require-hashes --requirement requirements/site.txt
	@$(PIP) --no-deps $(GENERATOR)
	@touch $@

$(VENV)/.test: $(VENV)/.site requirements/test.txt
	@echo "Setting up what the tests need." >&2
	@$(PIP) --require-hashes --requirement requirements/test.txt
	@mkdir -p build
	@touch $@

# begin: only where the generator is made
GENERATOR := --no-build-isolation --editable .
TESTED_TOO = $(if $(filter published,$(TESTS)),,demo example)

.PHONY: lint-code format demo example bench hostile kills fuzz audit-web screenshots docs rehearse lock

lint: lint-code

lint-code: $(VENV)/.test ## ruff, mypy, the contracts between the folders, the dependencies, the words in each language
	@mkdir -p build
	@$(BIN)/ruff check --show-files | grep --quiet /generator/__main__.py || { echo "ruff finds no code" >&2; exit 1; }
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo > build/imports.txt || { cat build/imports.txt; exit 1; }
	@$(BIN)/deptry . > build/dependencies.txt 2>&1 || { cat build/dependencies.txt; exit 1; }
	@PYTHONPATH=tests $(BIN)/python -m support.catalogues

format: $(VENV)/.test ## lay out the code
	@$(BIN)/ruff format --quiet
	@$(BIN)/ruff check --quiet --fix

demo: $(VENV)/.site ## build the site of 500 invented providers into build/demo/site
	@$(BIN)/generator demo --providers 500 --out build/demo/data
	@SITE_URL=https://klantcijfer.example/ $(BIN)/generator build --data build/demo/data --docs build/demo/docs --site build/demo/site --as-of 2026-10-31

example: $(VENV)/.site ## build the site of another register, examples/childcare, into build/example/site
	@cd examples/childcare && $(abspath $(BIN))/generator build --docs ../../build/example/docs --site ../../build/example/site --as-of 2026-01-01

bench: $(VENV)/.test ## measure how long things take, as ratios within one run; SIZES=500 for a quick look at building
	@PYTHONPATH=tests $(BIN)/python -m bench.building
	@PYTHONPATH=tests $(BIN)/python -m bench.importing
	@PYTHONPATH=tests $(BIN)/python -m bench.finding
	@PYTHONPATH=tests $(BIN)/python -m bench.replying

hostile: $(VENV)/.test ## visit a page of each hostile text in a browser; `make test` visits some
	@$(BIN)/python tests/published/browser.py
	@EVERY_TEXT=1 $(BIN)/python -m pytest --numprocesses=$(WORKERS) --dist=worksteal --quiet tests/hostile

kills: $(VENV)/.test ## kill the build of the real register at fifty moments: the site is the old one or the new one, whole
	@PYTHONPATH=tests $(BIN)/python -m interrupted.kills

fuzz: $(VENV)/.test ## attack each reader with files changed at random; FUZZ_MINUTES=10, FUZZ_SEED=1
	@PYTHONPATH=tests $(BIN)/python -m fuzz

audit-web: $(VENV)/.test demo ## Lighthouse and html-validate on each kind of page of the demo (needs Node)
	@$(BIN)/python tests/published/browser.py
	@PYTHONPATH=tests $(BIN)/python -m audit.web build/demo/site

screenshots: $(VENV)/.test demo ## take pictures of each kind of page of the demo, into docs/screenshots/
	@$(BIN)/python tests/published/browser.py
	@PYTHONPATH=tests $(BIN)/python -m support.screenshots build/demo/site

docs: $(VENV)/.test ## make the pages of docs/ that come from code and tests
	@PYTHONPATH=tests $(BIN)/python -m support.documents

rehearse: $(VENV)/.test ## run what the workflows run, on this machine, and say how long a commit waits; TESTS=published for a short one
	@$(BIN)/python tests/published/browser.py
	@PYTHONPATH=tests $(BIN)/python -m rehearsal

# How long a version must have been out: pyproject.toml, [tool.uv].
lock: $(VENV)/.test ## lock the newest versions that pyproject.toml allows
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
		--custom-compile-command "make lock" --extra install --output-file requirements/site.txt
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
		--custom-compile-command "make lock" --extra install --extra dev --constraint requirements/site.txt \
		--output-file requirements/test.txt
# end
