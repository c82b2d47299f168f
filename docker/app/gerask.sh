#!/bin/bash
# Starts Gerask, or does the errand that the words name: config check, migrate, backup, restore, …
# The process is java's own, so that SIGTERM reaches it.
set -eu
exec java -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar /opt/gerask/gerask.jar "$@"
