# Thin: each target calls one thing.
SHELL := /bin/sh
.DEFAULT_GOAL := help

# Maven from the path when it is new enough (3.8 or later), else the wrapper, which fetches one.
MVN := $(shell v=$$(mvn -q --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p'); \
  case "$$v" in 3.8.*|3.9.*|4.*) echo mvn;; *) echo ./mvnw;; esac) -B

JAR := tracker-ear/target/gerask.jar
SOURCES := $(shell find pom.xml */pom.xml */src/main config .mvn -type f -not -name '.*.env*' 2>/dev/null)

.PHONY: help run build test check fmt test-ear clean hooks

help: ## what can be asked for
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile

run: $(JAR) ## build what changed, start everything, print the address and the first login
	@exec java -jar $(JAR)

build: $(JAR) ## the one runnable file, where sources changed

$(JAR): $(SOURCES)
	@$(MAKE) -s hooks
	$(MVN) -q -Dfast -Dmaven.test.skip package
	@touch $(JAR)

test: hooks ## every test: units, structure, database, container, REST, browser
	$(MVN) verify

check: hooks ## format, units, structure: under a minute, before each commit
	$(MVN) -q -Pcheck test

fmt: ## format the sources
	$(MVN) -q spotless:apply

test-ear: $(JAR) ## deploy tracker.ear on a full Payara Server and ask it
	$(MVN) -q -Dfast -Dmaven.test.skip -Ptest-ear verify

clean: ## remove what was built; data under .data stays
	$(MVN) -q clean

hooks:
	@if [ -d .git ] && [ -z "$$(git config core.hooksPath)" ]; then git config core.hooksPath .githooks; fi
