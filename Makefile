# Every way of working with Rådslag. Each target may be called first, on a machine
# with nothing but Python 3.11; what is already in place is not done again.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
PYTEST := $(BIN)/pytest --numprocesses=auto --maxprocesses=4 --dist=loadgroup

INSTALLED := $(VENV)/.installed
VENDOR := src/radslag/web/static/vendor/licences.txt
MODULES := node_modules/.fetched
MESSAGES := $(patsubst %.po,%.mo,$(wildcard src/radslag/web/locale/*/LC_MESSAGES/*.po))

# What a production server is told, so that Django's deployment check is a real one.
PRODUCTION := RADSLAG_DEBUG=0 RADSLAG_HOSTS=radslag.example \
	RADSLAG_SECRET_KEY=only-for-this-check-0123456789-abcdefghij-ABCDEFGHIJ-klmnop

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo run test check bench docs pictures lock frontend messages translate

help: ## Say what can be done
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16

setup: $(INSTALLED) $(VENDOR) $(MODULES) $(MESSAGES) ## Fetch and build everything needed

demo: setup ## Open the Södertörn cooperation; STAGE=planning, notice-sent, ...
	@$(MANAGE) demo $(if $(STAGE),--stage $(STAGE))

run: setup ## Serve the database of your own settings, with reloading
	@$(MANAGE) migrate --no-input --verbosity 0
	@$(MANAGE) work --with-parent=$$$$ & $(MANAGE) runserver

test: setup ## Run every test: first on PostgreSQL where it exists, then all on SQLite
	@$(BIN)/python tools/chromium.py
	@$(BIN)/python -m tools.tesseract
	@$(BIN)/python tools/with_postgresql.py $(PYTEST) --quiet \
		tests/records tests/services tests/web
	@$(PYTEST) --quiet

check: setup ## Look for faults without running anything
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/mypy tools
	$(BIN)/lint-imports
	$(MANAGE) makemigrations --check --dry-run
	$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING

bench: setup ## Measure speed and size
	@$(BIN)/python -m benchmarks

docs: setup ## Write the generated pages anew
	@$(BIN)/python docs/agreement_page.py
	@$(BIN)/python docs/access_page.py
	@$(BIN)/python docs/review_page.py
	@$(BIN)/python docs/cooperation_file_page.py
	@PYTHONPATH=. $(BIN)/python docs/reading_page.py

pictures: setup ## Make the pictures of docs/using.md anew from the demonstration
	@$(BIN)/python tools/chromium.py
	@$(BIN)/python -m tools.pictures

lock: $(INSTALLED) ## Choose newest allowed versions and lock them
	@$(BIN)/python tools/lock.py

frontend: $(VENDOR) $(MODULES) ## Fetch and build the front-end files

messages: $(MESSAGES) ## Compile the translations

translate: setup ## Gather the pages' Swedish, to be put into English (needs gettext)
	@cd src/radslag/web && ../../../$(BIN)/django-admin makemessages --locale en \
		--no-wrap --no-obsolete --add-location file

$(INSTALLED): requirements/dev.txt pyproject.toml tools/environment.py
	@echo "Installing Python packages (the first time takes about a minute) ..."
	@$(PYTHON) tools/environment.py create
	@touch $@

$(VENDOR) $(MODULES) &: package.json package-lock.json designsystemet.config.json \
		requirements/node.txt tools/frontend.py | $(INSTALLED)
	@echo "Fetching front-end files ..."
	@$(BIN)/python tools/frontend.py
	@touch $(VENDOR) $(MODULES)

%.mo: %.po | $(INSTALLED)
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@
