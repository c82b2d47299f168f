#!/bin/bash
# Whether this node is ready (or started, or live: the first word), by its own address and without
# any program but the shell.
set -eu
root="${ROOT_PATH:-}"
exec 3<>"/dev/tcp/127.0.0.1/${PORT:-8080}"
printf 'GET %s/health/%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "${root%/}" "${1:-ready}" >&3
read -r _ status _ <&3
[ "$status" = 200 ]
