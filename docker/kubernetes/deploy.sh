#!/bin/sh
# Takes a version on in the cluster that kubectl speaks to, and goes back where it does not start:
#   docker/kubernetes/deploy.sh registry.example.com/house/gerask:1.2.3
#   docker/kubernetes/deploy.sh back          the version before, where the schema is still its own
# A backup first; then the place's kustomization.yaml names the version, and all of it is applied.
# PLACE (prod) says which place.
set -eu
cd "$(dirname "$0")"
KUBECTL=${KUBECTL:-kubectl}
place=${OVERLAYS:-overlays}/${PLACE:-prod}
file=$place/kustomization.yaml
before=$place/version-before
wanted=${1:?the image of the new version, or back}

fail() {
  echo "$1" >&2
  exit 1
}
# the tag of the image whose name is gerask
tag() { sed -n '/^  - name: gerask$/,/newTag/s/^    newTag: *"\{0,1\}\([^"]*\)"\{0,1\}$/\1/p' "$file"; }
put() { sed -i '/^  - name: gerask$/,/newTag/s|^    newTag:.*|    newTag: "'"$1"'"|' "$file"; }
take() {
  put "$1"
  "$KUBECTL" apply -k "$place" || return 1
  for deployment in app worker; do
    "$KUBECTL" -n gerask rollout status "deployment/$deployment" --timeout="${PATIENCE:-10m}" || return 1
  done
}

old=$(tag)
[ -n "$old" ] || fail "$file names no version of gerask."
if [ "$wanted" = back ]; then
  [ -s "$before" ] || fail "No version before is known."
  new=$(cat "$before")
else
  name=$(sed -n '/^  - name: gerask$/,/newTag/s/^    newName: *//p' "$file")
  new=${wanted#"$name:"}
  [ "$wanted" = "$name:$new" ] || fail "$file takes $name, not $wanted."
fi
echo "$new" | grep -Eq '^[A-Za-z0-9_][A-Za-z0-9._-]*$' || fail "\"$new\" is no version."
[ "$old" != "$new" ] || fail "$new runs already."
"$KUBECTL" -n gerask exec deployment/worker -- /opt/gerask/gerask.sh backup || fail "No backup could be made; nothing was changed."
if ! take "$new"; then
  echo "$new does not start: back to $old" >&2
  take "$old" || fail "$old does not start either."
  exit 1
fi
echo "$old" > "$before"
echo "$new runs"
