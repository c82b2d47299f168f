#!/bin/bash
# Tries what is in docker/observability: rules by promtool, and against a real Prometheus that asks
# a running Gerask (its host:port is the argument) each query of the dashboard and each rule. A
# query that fails, or finds nothing where there must be something, fails the trial. Prometheus is
# the system's, or Debian's unpacked under tracker-ear/target/prometheus.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
node=${1:?host:port of a running Gerask}
here=$(mktemp -d)
port=${PROMETHEUS_PORT:-18090}
tools=$root/tracker-ear/target/prometheus
if ! command -v prometheus > /dev/null; then
  if [ ! -x "$tools/usr/bin/prometheus" ]; then
    mkdir -p "$tools"
    (cd "$tools" && apt-get download prometheus > /dev/null 2>&1 && dpkg -x prometheus_*.deb .)
  fi
  PATH=$tools/usr/bin:$PATH
fi
cd "$root/docker/observability"
promtool test rules rules.test.yml

sed -e "s/\"app1:8080\", \"app2:8080\"/\"$node\"/" -e '/worker:8080/,$d' -e 's|/etc/prometheus/||' -e '/alerting/,/alertmanager:9093/d' \
  -e 's/15s/1s/' prometheus.yml > "$here/prometheus.yml"
cp rules.yml "$here/"
promtool check config "$here/prometheus.yml" > /dev/null
prometheus --config.file="$here/prometheus.yml" --storage.tsdb.path="$here/data" --web.listen-address="127.0.0.1:$port" > "$here/log" 2>&1 &
pid=$!
trap 'kill $pid; wait $pid 2> /dev/null || true; rm -rf "$here"' EXIT
for _ in $(seq 60); do
  up=$(curl -s "http://127.0.0.1:$port/api/v1/query?query=count_over_time(up%5B1m%5D)" || true)
  [[ $up =~ \"([0-9]+)\"\]\}\]\} ]] && [ "${BASH_REMATCH[1]}" -ge 10 ] && break
  sleep 1
done
python3 - "$port" grafana/dashboards/gerask.json << 'END'
import json, sys, urllib.parse, urllib.request

port, dashboard = sys.argv[1:]

def ask(path, **query):
    url = f"http://127.0.0.1:{port}/api/v1/{path}?" + urllib.parse.urlencode(query)
    try:
        return json.load(urllib.request.urlopen(url))["data"]
    except urllib.error.HTTPError as e:
        sys.exit(f"{query}: {e.read().decode()}")

# what stays empty until somebody signs in, does a job or makes a backup
may_be_empty = ("gerask_backup_last", "tracker_job_runs_total")
asked = 0
for panel in json.load(open(dashboard))["panels"]:
    for target in panel["targets"]:
        query = target["expr"].replace("$__rate_interval", "1m")
        found = ask("query", query=query)["result"]
        asked += 1
        if not found and not any(name in query for name in may_be_empty):
            sys.exit(f"{panel['title']}: nothing is found by {query}")
rules = [rule for group in ask("rules")["groups"] for rule in group["rules"]]
for rule in rules:
    if rule["health"] != "ok":
        sys.exit(f"{rule['name']}: {rule.get('lastError', rule['health'])}")
firing = [rule["name"] for rule in rules if rule.get("state") == "firing"]
print(f"{asked} queries and {len(rules)} rules are well; firing: {firing or 'none'}")
END
