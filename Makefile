# Thin: each target calls one thing.
.DEFAULT_GOAL := help

# Maven from the path where it is new enough, else the wrapper, which brings one
MVN = $(shell mvn --version 2>/dev/null | grep -Eq 'Apache Maven (3\.[89]\.|4\.)' && echo mvn || echo ./mvnw) -B
# for the page of administrators; nothing where this is no clone
REVISION := $(shell git describe --always --dirty --abbrev=12 --exclude='*' 2>/dev/null)
JAVA := $(if $(JAVA_HOME),$(JAVA_HOME)/bin/java,java)

COMPOSE ?= docker compose
JAR := tracker-ear/target/gerask.jar
SOURCES := $(shell find pom.xml .mvn */pom.xml */src/main config/*.properties -type f)

.PHONY: help run build test check fmt test-ear test-ops load lighthouse up down logs test-compose check-rules check-kubernetes sbom config-check migrate backup restore-drill clean hooks

help: ## what can be asked for
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1 - \2/p' Makefile

run: $(JAR) ## build what changed, start everything, print the address and the first login
	@exec $(JAVA) -jar $(JAR)

build: $(JAR) ## the one runnable file, where sources changed

$(JAR): $(SOURCES) | hooks
	$(MVN) -q -Dfast -Dmaven.test.skip -Dcommit=$(REVISION) package
	@touch $@

test: hooks ## every test: units, structure, database, container, REST, browser, start and kill
	$(MVN) -Dcommit=$(REVISION) verify

check: hooks ## format, units, structure: before each commit
	$(MVN) -q spotless:check test '-Dsurefire.excludes=**/*DbTest.java'

fmt: ## format the sources
	$(MVN) -q spotless:apply

test-ear: hooks ## deploy tracker.ear on a full Payara Server and ask it
	$(MVN) -Ptest-ear -Dfast -DskipTests verify

test-ops: hooks ## two nodes behind a real nginx: smoke, limits, errors, restarts, a killed node, a database that is away, a pooler
	$(MVN) -Ptest-ops -Dfast -DskipTests verify

load: hooks ## what requests cost with 100,000 tasks, beside the least SQL (pgbench) in the same run
	$(MVN) -q -Pload -Dfast -DskipTests verify

lighthouse: hooks ## the pages of every day as Google's Lighthouse judges them (node, npm)
	$(MVN) -q -Plighthouse -Dfast -DskipTests verify

up: ## everything in containers: http://localhost
	$(COMPOSE) up -d --build

down: ## stop the containers; volumes stay
	$(COMPOSE) down

logs: ## what the containers say
	$(COMPOSE) logs -f --tail=100

test-compose: $(JAR) ## docker/compose.prod.yml with images built here, on bases of docker/test/bases.sh
	docker/test/compose.sh

check-rules: ## alerts, each as it must come and as it must not (promtool)
	cd docker/observability && promtool test rules rules.test.yml

check-kubernetes: ## docker/kubernetes as kubectl renders it, for each place
	$(MVN) -q -Dfast test -pl tracker-ear -am -Dtest=KubernetesTrial -Dsurefire.failIfNoSpecifiedTests=false

sbom: ## the bill of materials (CycloneDX, tracker-ear/target/gerask.cdx.json) and its licences
	$(MVN) -q -Psbom -Dfast -Dmaven.test.skip package
	$(MVN) -q -Dfast test -pl tracker-ear -am -Dtest=LicencesTrial -Dsurefire.failIfNoSpecifiedTests=false

config-check: $(JAR) ## tell the settings and what is wrong with them
	@$(JAVA) -jar $(JAR) config check

migrate: $(JAR) ## bring the schema up to this version, without a server
	@$(JAVA) -jar $(JAR) migrate

backup: $(JAR) ## make a backup, also while it runs
	@$(JAVA) -jar $(JAR) backup

restore-drill: $(JAR) ## restore the newest backup for trial and compare
	@$(JAVA) -jar $(JAR) restore-drill

clean: ## remove what was built; data under .data stays
	$(MVN) -q clean

hooks:
	@if [ -z "$$(git config core.hooksPath 2>/dev/null)" ]; then git config core.hooksPath .githooks 2>/dev/null || true; fi
