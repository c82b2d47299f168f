#!/bin/sh
# Makes PgBouncer's files from the environment and starts it in their place. "start.sh check" makes
# them only. Transactions share sessions; what needs one of its own Gerask asks of the database.
#   POOLER_PORT      (6432): where it listens
#   POOLER_SESSIONS  (20): sessions that it opens at the database, twice the calls that run at once:
#                    one that may be repeated holds two
#   POOLER_CLIENTS   (1000): connections that it takes, 50 for each node
#   POOLER_DIR       where the files are made (/tmp/pooler)
# and of the application's settings DB_HOST, DB_PORT, DB_NAME, DB_USERNAME, DB_PASSWORD or
# DB_PASSWORD_FILE.
set -eu

OUT=${POOLER_DIR:-/tmp/pooler}
NAME=${DB_NAME:-gerask}
WHO=${DB_USERNAME:-gerask}

refuse() {
  echo "$1" >&2
  exit 1
}

PASSWORD=${DB_PASSWORD:-}
if [ -n "${DB_PASSWORD_FILE:-}" ]; then
  PASSWORD=$(cat "$DB_PASSWORD_FILE") || refuse "DB_PASSWORD_FILE names $DB_PASSWORD_FILE, which cannot be read."
fi
[ -n "${DB_HOST:-}" ] || refuse "DB_HOST must name the database."
[ -n "$PASSWORD" ] || refuse "DB_PASSWORD or DB_PASSWORD_FILE must be set."
for number in "${POOLER_PORT:-6432}" "${POOLER_SESSIONS:-20}" "${POOLER_CLIENTS:-1000}" "${DB_PORT:-5432}"; do
  case "$number" in
    "" | *[!0-9]*) refuse "\"$number\" must be a whole number." ;;
  esac
done
case "$NAME$WHO" in
  *[!A-Za-z0-9_.-]*) refuse "DB_NAME and DB_USERNAME may have letters, digits, dots and dashes." ;;
esac

mkdir -p "$OUT"
umask 077
printf '"%s" "%s"\n' "$WHO" "$(printf '%s' "$PASSWORD" | sed 's/"/""/g')" > "$OUT/users.txt"
cat > "$OUT/pgbouncer.ini" << INI
; made by start.sh: change the settings that it reads
[databases]
; the nodes say this at the start of a session, which is not theirs alone here
$NAME = host=$DB_HOST port=${DB_PORT:-5432} dbname=$NAME connect_query='set statement_timeout to ''30s'''
[pgbouncer]
listen_addr = *
listen_port = ${POOLER_PORT:-6432}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = $OUT/users.txt
pool_mode = transaction
default_pool_size = ${POOLER_SESSIONS:-20}
max_client_conn = ${POOLER_CLIENTS:-1000}
; the driver says it at each connect, and each says the same
ignore_startup_parameters = extra_float_digits
; a database that is away is told soon; a crowd before few sessions waits a little
server_connect_timeout = 2
server_login_retry = 1
query_wait_timeout = 5
; one line a minute, not one for each connection
log_connections = 0
log_disconnections = 0
INI

PGBOUNCER=${POOLER_PGBOUNCER:-pgbouncer}
case "${1:-run}" in
  check) ;;
  run)
    # it refuses to be root
    if [ "$(id -u)" = 0 ]; then
      chown -R nobody "$OUT"
      exec "$PGBOUNCER" -u nobody "$OUT/pgbouncer.ini"
    fi
    exec "$PGBOUNCER" "$OUT/pgbouncer.ini"
    ;;
  *) refuse "start.sh knows run and check." ;;
esac
