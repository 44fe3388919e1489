# `make help` lists what can be asked for.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# Same result whatever a user's own environment says.
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

$(VENV)/run.stamp: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

setup: $(VENV)/run.stamp  ## install what the service needs into .venv (pinned, with hashes)

cluster: $(VENV)/run.stamp  ## install what a Dask cluster needs as well (pinned, with hashes)
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-cluster.lock

sso: $(VENV)/run.stamp  ## install what the municipality's own sign-in (OpenID Connect) needs as well (pinned, with hashes)
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-sso.lock

demo: $(VENV)/run.stamp  ## load samples/, adopt the MRP and write every document under output/demo
	@$(BIN)/malkedjan demo

test: $(VENV)/dev.stamp  ## run the tests (those that need LibreOffice or node say so when left out)
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

lint: $(VENV)/dev.stamp  ## ruff, mypy and the layer contract
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(VENV)/dev.stamp  ## measure filling Word templates beside docxtpl, docxtemplater and carbone (if node is there), batches and pages
	@if command -v npm >/dev/null; then npm ci --silent --no-audit --no-fund --prefix bench; fi
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.batch
	@$(BIN)/python -m bench.web

samples: $(VENV)/run.stamp  ## write samples/ afresh from samples/source
	@$(BIN)/python -m samples.build

templates: $(VENV)/run.stamp  ## write the official templates afresh (overwrites changes made in Word and Excel)
	@$(BIN)/python -m templates.build

wheel: $(VENV)/run.stamp  ## build what can be installed elsewhere, into output/wheel
	@$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation -w output/wheel .
	@rm -rf build

lock: $(VENV)/dev.stamp  ## pin newer versions of the dependencies (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade pyproject.toml --extra build -q -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade pyproject.toml --extra build --extra dev -c requirements.lock -q -o requirements-dev.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade pyproject.toml --extra build --extra cluster -c requirements-dev.lock -q -o requirements-cluster.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade pyproject.toml --extra build --extra sso -c requirements-dev.lock -q -o requirements-sso.lock

clean:  ## remove what was written under output/
	rm -rf output/demo

.PHONY: help setup cluster sso demo test lint bench samples templates wheel lock clean
