#!/bin/sh
# Whether nginx runs and has taken its files; whether the nodes do is not asked.
kill -0 "$(cat "${GATEWAY_DIR:-/tmp/gateway}/nginx.pid")"
