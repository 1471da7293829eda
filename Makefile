# The face of the project. The work is done by xtask (the build tool) and by
# xtask/toolchain.sh, which prepares the machine; both say what they do.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run dev test release bench soak screenshots

# Where `make run` and `make dev` listen.
export PORTICO_LISTEN ?= 127.0.0.1:8080

SETUP := . xtask/toolchain.sh; need_wasm

help:
	@echo "make run      the portal with demo data on http://localhost:$(lastword $(subst :, ,$(PORTICO_LISTEN)))"
	@echo "make dev      the same, rebuilt and restarted whenever a file changes"
	@echo "make test     format, lints, the dependency rule, Rust tests on both databases, browser tests"
	@echo "make release  one self-contained binary, target/release/portico; FEATURES=libvirt adds that driver"
	@echo "make bench    measures that binary and prints the figures of docs/figures.md"
	@echo "make soak     the figures of 1,000 open tabs, with that binary"
	@echo "make screenshots  pictures of the main pages: end2end/screenshots, and docs/screenshots for the README"

run:
	@$(SETUP); run_xtask run

dev:
	@$(SETUP); run_xtask dev

test:
	@$(SETUP); need_postgres; need_pdns; need_libvirt; need_chromium; need_npm; run_xtask test

release:
	@$(SETUP); need_npm || say "The programs go without wasm-opt and terser"; run_xtask release

bench:
	@$(SETUP); need_chromium; need_npm; run_xtask bench

soak:
	@$(SETUP); need_npm || say "The programs go without wasm-opt and terser"; run_xtask soak

screenshots:
	@$(SETUP); need_chromium; need_npm; (run_xtask bundle); cargo build --package server; cd end2end; \
	PORTICO_BIN="$$CARGO_TARGET_DIR/debug/portico" npx --no-install playwright test --config screenshots.config.ts
