#!/bin/sh
# What the key of a pipeline may ask of this server, and nothing else: "deploy 1.2.3" or "back". In
# the authorized_keys of a user who may nothing but this (docs/delivery.md):
#   restrict,command="/opt/gerask/docker/ordered.sh registry.example.com/house/gerask" ssh-ed25519 …
set -eu
repository=${1:?where images come from}
order=${SSH_ORIGINAL_COMMAND:-}
deploy="${SUDO-sudo -n} $(cd "$(dirname "$0")" && pwd)/${DEPLOY:-deploy.sh}"
version='[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?'
# a line more would be a second order
[ "$(printf '%s' "$order" | wc -l)" -eq 0 ] || order=""
if printf '%s' "$order" | grep -Eq "^deploy $version$"; then
  exec $deploy "$repository:${order#deploy }"
elif [ "$order" = back ]; then
  exec $deploy back
fi
echo "Nothing but \"deploy 1.2.3\" and \"back\" is done here." >&2
exit 1
