#!/bin/bash
# Takes a version on, one node after the other, while people go on working:
#   docker/deploy.sh gerask:0.2.0
#   docker/deploy.sh back          the version before, where the schema is still its own
# A backup first; then the schema; then each node is left out by the gateway, replaced, waited for
# and taken in again; then the worker. Where one does not become healthy, it and what was replaced
# already go back to the version before. At the end the settings name the version that runs.
# ENV_FILE (.prod.env) names the settings, COMPOSE the program (docker compose), FILES the compose
# files, PROJECT the project of compose.
set -euo pipefail
cd "$(dirname "$0")/.."
DOCKER=${DOCKER:-docker}
SETTINGS=${ENV_FILE:-.prod.env}
# as in compose.prod.yml
NODES=("app1 172.30.80.11:8080" "app2 172.30.80.12:8080")
read -r -a compose <<< "${COMPOSE:-docker compose} --env-file $SETTINGS ${PROJECT:+-p $PROJECT} ${FILES:--f docker/compose.prod.yml}"

say() { echo "$(date -u +%H:%M:%S) $*"; }
fail() {
  say "$*"
  exit 1
}
with() {
  local image=$1
  shift
  GERASK_IMAGE=$image "${compose[@]}" "$@"
}
gateway() { with "$old" exec -T gateway /opt/gateway/start.sh "$@"; }
healthy() {
  local id
  id=$(with "$new" ps -q "$1")
  for _ in $(seq "${PATIENCE_SECONDS:-300}"); do
    case "$("$DOCKER" inspect -f '{{.State.Health.Status}} {{.RestartCount}}' "$id")" in
      healthy*) return 0 ;;
      *\ [3-9] | *\ ??) return 1 ;;
    esac
    sleep 1
  done
  return 1
}
replace() { with "$1" up -d --no-deps --force-recreate "$2" > /dev/null 2>&1 && healthy "$2"; }
# a node by another image, while the gateway sends nobody there
exchange() {
  local image=$1 service=$2 address=$3 well=0
  gateway without "$address"
  sleep "${DRAIN_SECONDS:-5}"
  replace "$image" "$service" || well=1
  if [ "$well" = 1 ] && [ "$image" != "$old" ]; then
    say "$service does not become healthy: back to $old"
    with "$image" logs --tail=5 "$service" || true
    replace "$old" "$service" || say "$service does not run with $old either"
  fi
  gateway all
  return "$well"
}
back() {
  for node in "$@"; do
    read -r service address <<< "$node"
    exchange "$old" "$service" "$address" || say "$service does not run with $old either"
  done
  fail "$old runs on"
}
remember() {
  if grep -q "^$1=" "$SETTINGS"; then sed -i "s|^$1=.*|$1=$2|" "$SETTINGS"; else echo "$1=$2" >> "$SETTINGS"; fi
}

new=${1:?the image of the new version, such as gerask:0.2.0, or back}
[ -r "$SETTINGS" ] || fail "The settings $SETTINGS cannot be read (ENV_FILE)."
if [ "$new" = back ]; then
  new=$(sed -n 's/^GERASK_IMAGE_BEFORE=//p' "$SETTINGS")
  [ -n "$new" ] || fail "$SETTINGS names no version before (GERASK_IMAGE_BEFORE)."
fi
[[ $new =~ ^[a-zA-Z0-9][a-zA-Z0-9._/:@-]*$ ]] || fail "\"$new\" is no name of an image."
running=$(with "$new" ps -q app1)
[ -n "$running" ] || fail "app1 does not run: start it first."
old=$("$DOCKER" inspect -f '{{.Config.Image}}' "$running")
[ "$old" != "$new" ] || fail "$new runs already."
"$DOCKER" image inspect "$new" > /dev/null 2>&1 || "$DOCKER" pull -q "$new" || fail "$new is not to be had."
say "from $old to $new"
with "$old" run --rm backup || fail "no backup could be made; nothing was changed"
with "$new" run --rm migrate || fail "the schema cannot be changed; nothing else was"

taken=()
for node in "${NODES[@]}"; do
  read -r service address <<< "$node"
  say "$service"
  exchange "$new" "$service" "$address" || back "${taken[@]}"
  taken+=("$node")
done
say "worker"
if ! replace "$new" worker; then
  say "the worker does not become healthy: back to $old"
  replace "$old" worker || say "the worker does not run with $old either"
  back "${taken[@]}"
fi
remember GERASK_IMAGE_BEFORE "$old"
remember GERASK_IMAGE "$new"
say "$new runs"
