# The yard of the house: every chore has one name. `make help` lists them.

# What Debian must give. One place; Scripts/install-debian-packages installs what is missing and says so.
PACKAGES_TO_BUILD := libsqlite3-dev libncurses-dev libsodium-dev libxlsxwriter-dev pkg-config
PACKAGES_TO_TEST := tmux sqlite3 unzip

PREFIX ?= /usr/local
DESTDIR ?=
# Words handed to the program: make run ARGS="--db /tmp/try.sqlite"
ARGS ?=

# One set of flags for every release product, so that none of them makes SwiftPM build the others anew.
RELEASE := -c release --static-swift-stdlib
RELEASE_FOLDER := .build/release
SWIFT_FILES := Sources Tests Resources Package.swift

.DEFAULT_GOAL := help
# SwiftPM locks .build; side by side the chores would only wait for each other, and `check` has an order.
.NOTPARALLEL:
.PHONY: help deps deps-to-build deps-to-test build run demo bench test lint format check install clean

help: ## list the chores
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

deps: deps-to-build deps-to-test ## install the Debian packages that are missing, for building and for testing

deps-to-build:
	@Scripts/install-debian-packages $(PACKAGES_TO_BUILD)

deps-to-test: deps-to-build
	@Scripts/install-debian-packages $(PACKAGES_TO_TEST)

build: deps-to-build ## build the program in release
	swift build $(RELEASE) --product marshrut

run: build ## build and open the program (ARGS="…" are handed to it)
	@$(RELEASE_FOLDER)/marshrut $(ARGS)

demo: build ## open the program on a throwaway store of invented people
	@Scripts/open-demonstration $(RELEASE_FOLDER)/marshrut

bench: deps-to-build ## measure, each figure beside the same work done bare
	swift build $(RELEASE) --product marshrut
	swift build $(RELEASE) --product marshrut-bench
	$(RELEASE_FOLDER)/marshrut-bench $(ARGS)

test: deps-to-test ## build and run every test (ARGS="--filter …" for some)
	@Scripts/run-tests $(ARGS)

# Tests are Swift Testing's alone (Scripts/run-tests leaves XCTest out), so an XCTest case would never be run.
lint: ## what `make format` would change, and what style refuses
	swift format lint --strict --parallel --recursive $(SWIFT_FILES)
	@if grep -rn --include='*.swift' 'import XCTest' Tests; then echo 'lint: write it with Swift Testing' >&2; exit 1; fi

format: ## rewrite the sources in the house style
	swift format format --in-place --parallel --recursive $(SWIFT_FILES)

check: lint build test ## exactly what the CI does

install: build ## install under PREFIX (/usr/local), staged below DESTDIR
	swift build $(RELEASE) --product generate-manual
	@Scripts/install-program $(RELEASE_FOLDER) "$(DESTDIR)" "$(PREFIX)"

clean: ## forget everything built
	rm -rf .build
