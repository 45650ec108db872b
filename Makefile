# All that a developer types. Needs Python 3.11 or later and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
RUNNING := $(VENV)/.running
CORPUS ?= ../shared/corpus

.PHONY: demo comunica docs engine offline corpus test lint types bench bench-page bench-align bench-questions bench-service bench-store bench-cluster calibrate meanings fuzz kills published clean

# the sample plans and the published graph as pages and Turtle, in guitu-demo/
demo: $(RUNNING)
	$(BIN)/guitu demo

# the documentation as a small site that is read from the disk: docs-site/index.html
docs: $(READY)
	$(BIN)/python docs/make.py

# a zip for offices without a network: wheels, installers, a file to drop folders onto, in dist/
PLATFORM ?= win_amd64
offline: $(READY)
	$(BIN)/python .package/offline.py $(PLATFORM) $(if $(VERSION),--python $(VERSION))

# the SPARQL engine for `guitu export html --sparql`, from npm, for wheels built here; its hash stands in the code
engine: $(READY)
	$(BIN)/python .package/engine.py

# Comunica, a client of the service in a test, from npm (100 MB with all it needs), in build/
comunica:
	mkdir -p build/comunica
	cp tests/exports/service/comunica/package.json build/comunica/
	npm install --prefix build/comunica --ignore-scripts --no-audit --no-fund --silent

# where the five real plans can be had, and whether those at hand are the ones that the tests know
corpus: $(READY)
	$(BIN)/python -m tests.corpus $(CORPUS)

# every test, on all cores; those on the real plans need them in $(CORPUS)
test: $(READY)
	GUITU_SHARED=$(abspath $(CORPUS)/..) $(BIN)/pytest --numprocesses auto --dist loadfile

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

# ratios against peers, measured in one run, kept in build/bench.json
bench: $(READY)
	$(BIN)/python -m tests.bench build/bench.json

# what each view, filter and search of the page takes for 19,000 tasks
bench-page: $(READY)
	$(BIN)/python -m tests.bench_views

# how linking and aligning grow from 100 to 10,000 documents; takes a while
bench-align: $(READY)
	$(BIN)/python -m tests.bench_align

# how long each named question takes on 1,000 documents
bench-questions: $(READY)
	$(BIN)/python -m tests.bench_questions

# what the service bears: 64 connections, hostile queries among them, beside a plain Oxigraph server
SECONDS ?= 60
bench-service: $(READY)
	$(BIN)/python -m tests.bench_service $(SECONDS)

# what a step of a store costs, one plan in ten of real size: CPU, memory, shares of a full build
COUNTS ?= 100 1000
bench-store: $(READY)
	$(BIN)/python -m tests.bench_store $(COUNTS)

# a Dask cluster against the pool, both with two workers of this machine
bench-cluster: $(READY)
	$(BIN)/python -m tests.bench_cluster $(COUNTS)

# the weights of alignments, fitted on annotated pairs, and how far scores can be trusted
PAIRS ?= ../shared/gold/alignment.json
calibrate: $(READY)
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.calibrate $(PAIRS) --sources $(CORPUS) $(CORPUS)/../more

# what words mean, counted anew from folders PLANS of plans, without the documents of folders APART
meanings: $(READY)
	$(BIN)/python -m tests.meanings $(PLANS) --apart $(APART)

# damaged documents, read in watched processes; SEED and COUNT choose which
SEED ?= 1
COUNT ?= 20000
fuzz: $(READY)
	$(BIN)/python -m tests.fuzz.run --seed $(SEED) --count $(COUNT)

# commands killed at random moments: no process left, the lock free, the store whole; SEED and COUNT choose which,
# ENGINE=dask a cluster and its workers
kills: COUNT = 300
ENGINE ?= pool
kills: $(READY)
	$(BIN)/python -m tests.kills --seed $(SEED) --count $(COUNT) --engine $(ENGINE)

# the facts of the real plans, without their texts, into exports/published/
published: $(READY)
	$(BIN)/guitu publish $(CORPUS) -o exports/published

clean:
	rm -rf $(VENV) build dist docs-site guitu-demo guitu-store .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $(READY)

# what running needs and no more, where the whole developer set is not there; what is imported is compiled when it is
$(RUNNING): pyproject.toml constraints.txt .package/running.txt
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	test -f $(READY) || $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile \
		--constraint constraints.txt --no-deps --requirement .package/running.txt
	test -f $(READY) || $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $(RUNNING)
