# Two commands do everything, set-up included: `make demo` and `make test`.
# `make check` is all that CI runs. `make help` lists the rest.

SHELL := /bin/bash
.DEFAULT_GOAL := help

SWIFT ?= swift
PREFIX ?= /usr/local
RELEASE := .build/release
# Further options of `swift build`, such as `--jobs 2`.
BUILD_FLAGS ?=

.PHONY: help setup demo test check check-reports lint-swift bench roundtrip pictures fuzz install install-pdf clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup:
	@SWIFT="$(SWIFT)" ./Scripts/setup

demo: setup ## checks the model and its test vectors, scores a cluster, compares all, writes a report
	@echo "Building branda (the first time takes a minute or two) …"
	@$(SWIFT) build -c release --product branda $(BUILD_FLAGS)
	@./Scripts/demo $(RELEASE)/branda

test: setup ## runs every test
	$(SWIFT) build --product branda $(BUILD_FLAGS)
	$(SWIFT) test --disable-xctest --parallel $(BUILD_FLAGS)

lint-swift:
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

check: setup lint-swift ## everything CI runs
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error $(BUILD_FLAGS)
	$(SWIFT) test --skip-build --disable-xctest --parallel
	./Scripts/check-foundation
	./Scripts/check-reports .build/debug/branda
	$(MAKE) demo

check-reports: setup ## opens reports in a real browser and takes their PDF apart (installs Chromium); WORKBOOKS=1 insists on LibreOffice
	$(SWIFT) build --product branda $(BUILD_FLAGS)
	WORKBOOKS=$(WORKBOOKS) ./Scripts/check-reports .build/debug/branda

bench: setup ## measures speed, beside rivals and floors where they run
	$(SWIFT) build -c release --product branda $(BUILD_FLAGS)
	$(SWIFT) build -c release --product benchmarks $(BUILD_FLAGS)
	@$(RELEASE)/benchmarks
	@$(RELEASE)/benchmarks --hostile
	@$(RELEASE)/benchmarks --folder
	@$(RELEASE)/benchmarks --reports
	@./Scripts/roundtrip $(RELEASE)/branda 1000
	@$(RELEASE)/benchmarks --write-yaml .build/large.yaml
	@$(RELEASE)/benchmarks --write-cel .build/cel-times.txt
	@echo "The same YAML file and the same expressions elsewhere"
	@$(RELEASE)/benchmarks --write-bulk .build/bulk-times.txt
	@$(RELEASE)/benchmarks --write-doubt .build/doubt-times.txt
	@./Scripts/bench-rivals .build/large.yaml .build/cel-times.txt .build/bulk-times.txt .build/doubt-times.txt

# How many assessments `make roundtrip` imports.
ROWS ?= 10000

roundtrip: setup ## imports and exports a table of ROWS (10000) assessments; nothing may change on the way
	$(SWIFT) build -c release --product branda $(BUILD_FLAGS)
	@./Scripts/roundtrip $(RELEASE)/branda $(ROWS)

comma := ,
# How long `make fuzz` looks for what breaks the language of expressions, in seconds.
FUZZ_SECONDS ?= 600
# `SANITIZERS=fuzzer,address` looks for what is read outside of memory and what leaks instead: it tries
# the corpus and changes of it, without learning which of them reach new code. Tables made once stand in
# its list of leaks.
SANITIZERS ?= fuzzer
# Apart from the rest: these options change the whole build.
FUZZ_BUILD := .build/fuzz/$(subst $(comma),-,$(SANITIZERS))

fuzz: setup ## tries made-up expressions for FUZZ_SECONDS (600); keeps what breaks in out/fuzz
	$(SWIFT) build -c release --scratch-path $(FUZZ_BUILD) --product fuzz-cel \
	  $(foreach sanitizer,$(subst $(comma), ,$(SANITIZERS)),--sanitize $(sanitizer)) -Xswiftc -DFUZZING $(BUILD_FLAGS)
	mkdir -p out/fuzz/cel
	SWIFT_BACKTRACE=enable=no $(FUZZ_BUILD)/release/fuzz-cel -max_total_time=$(FUZZ_SECONDS) \
	  -max_len=4096 -timeout=10 -rss_limit_mb=1024 -malloc_limit_mb=64 -dict=Tests/FuzzCorpus/cel.dictionary \
	  -artifact_prefix=out/fuzz/ out/fuzz/cel Tests/FuzzCorpus/cel

pictures: setup ## makes the pictures of the documentation from the real program (needs tmux and Chromium)
	$(SWIFT) build -c release --product branda $(BUILD_FLAGS)
	rm -rf out/pictures && mkdir -p out/pictures && ln -s ../../questionnaires out/pictures/questionnaires
	@for steps in docs/pictures/*.steps; do \
	  (cd out/pictures && PATH="$(CURDIR)/$(RELEASE):$$PATH" ../../Scripts/terminal-picture "../../$$steps" "../../$${steps%.steps}.svg") || exit 1; \
	  echo "drawn: $${steps%.steps}.svg"; \
	done
	@./Scripts/report-pictures $(RELEASE)/branda

# The installed program carries the Swift runtime with it, so that it outlives the toolchain.
STATIC := $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)

install: setup ## installs branda into PREFIX (default /usr/local)
	$(SWIFT) build -c release --product branda $(STATIC) $(BUILD_FLAGS)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(RELEASE)/branda "$(DESTDIR)$(PREFIX)/bin/branda"

# Beside the program where that can be written, else in one's own home.
PDF_FOLDER ?= $(if $(shell [ -w "$(PREFIX)" ] && echo yes),$(PREFIX),$(HOME)/.local)/lib/branda/weasyprint

install-pdf: ## installs what makes PDF of reports (WeasyPrint) beside branda or into your home
	@./Scripts/install-pdf "$(PDF_FOLDER)"

clean: ## removes what was built
	rm -rf .build out
