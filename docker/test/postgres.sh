#!/bin/bash
# For trials without a registry: Debian's PostgreSQL that understands what the official image does.
set -eu
data=${PGDATA:-/var/lib/postgresql/data}
bin=$(echo /usr/lib/postgresql/*/bin)
word=${POSTGRES_PASSWORD:-$(cat "${POSTGRES_PASSWORD_FILE:-/dev/null}")}
mkdir -p "$data" /run/postgresql
chown -R postgres "$data" /run/postgresql
chmod 0700 "$data"
as() { setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; }
if [ ! -s "$data/PG_VERSION" ]; then
  file=$(as mktemp)
  echo "$word" > "$file"
  # shellcheck disable=SC2086
  as "$bin/initdb" -D "$data" -U "$POSTGRES_USER" --auth-host=scram-sha-256 --pwfile="$file" ${POSTGRES_INITDB_ARGS:-} > /dev/null
  rm "$file"
  echo "host all all all scram-sha-256" >> "$data/pg_hba.conf"
  as "$bin/pg_ctl" -D "$data" -o "-c listen_addresses=''" -w start > /dev/null
  as "$bin/createdb" -U "$POSTGRES_USER" "$POSTGRES_DB"
  as "$bin/pg_ctl" -D "$data" -w stop > /dev/null
fi
[ "${1:-}" = postgres ] && shift
exec setpriv --reuid=postgres --regid=postgres --clear-groups "$bin/postgres" -D "$data" -c listen_addresses='*' "$@"
