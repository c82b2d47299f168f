#!/bin/sh
# Makes nginx's files from the templates beside this one and the environment, and starts nginx in
# their place. "start.sh check" makes and checks them only. While nginx runs, "start.sh without
# HOST:PORT" leaves a node out, so that it can be restarted, and "start.sh all" takes it in again.
#   GATEWAY_NODES      host:port of each node, separated by spaces (app:8080)
#   GATEWAY_HTTP_PORT  (8080) and GATEWAY_HTTPS_PORT (8443): where it listens
#   GATEWAY_TLS        off, self-signed (a key of its own, for a machine of one's own), files, or
#                      ahead (it ends at a proxy in front, which comes here without)
#   GATEWAY_CERTIFICATE, GATEWAY_KEY   PEM files for "files"
#   GATEWAY_REAL_IP_FROM   networks of proxies in front whose X-Forwarded-For is believed
#   GATEWAY_ACME_DIR   what is asked for at /.well-known/acme-challenge/
#   GATEWAY_DIR        where the files are made (/tmp/gateway)
#   GATEWAY_ACCESS_LOG where a line for each request goes (/dev/stdout)
# and of the application's settings ROOT_PATH, DOMAIN, MAX_UPLOAD_SIZE_MB, RATE_LIMIT_ENABLED,
# RATE_LIMIT_PER_MINUTE.
set -eu

HERE=$(cd "$(dirname "$0")" && pwd)
OUT=${GATEWAY_DIR:-/tmp/gateway}
NODE_LIST=${GATEWAY_NODES:-app:8080}
HTTP=${GATEWAY_HTTP_PORT:-8080}
HTTPS=${GATEWAY_HTTPS_PORT:-8443}
TLS=${GATEWAY_TLS:-off}
ACME=${GATEWAY_ACME_DIR:-/var/www/acme}
ACCESS_LOG=${GATEWAY_ACCESS_LOG:-/dev/stdout}
NAME=${DOMAIN:-_}
BODY_MB=$((${MAX_UPLOAD_SIZE_MB:-50} + 1))
RATE=${RATE_LIMIT_PER_MINUTE:-1200}
if [ "${RATE_LIMIT_ENABLED:-true}" = false ]; then RATE=600000; fi
# the application says 429 first, with the headers that tell when to come back
RATE=$((RATE * 2))
BURST=$RATE

refuse() {
  echo "$1" >&2
  exit 1
}

ROOT=${ROOT_PATH:-}
ROOT=${ROOT%/}
case "$ROOT" in
  "" | /*) ;;
  *) ROOT="/$ROOT" ;;
esac
echo "$ROOT" | grep -Eq '^(/[A-Za-z0-9._~-]+)*$' || refuse "ROOT_PATH must be a path like /tracker, but is \"$ROOT\"."
case "$TLS" in
  off | self-signed | files | ahead) ;;
  *) refuse "GATEWAY_TLS must be off, self-signed, files or ahead, but is \"$TLS\"." ;;
esac
[ -n "$(echo "$NODE_LIST" | tr -d ' ')" ] || refuse "GATEWAY_NODES names no node."

mkdir -p "$OUT/said" "$OUT/tls"
chmod 0711 "$OUT"

# --- what it says itself
printf '%s' '{"status":"UP"}' > "$OUT/said/up.json"
: > "$OUT/errors.conf"
grep -v '^#' "$HERE/errors.txt" | while IFS='|' read -r status code en ru; do
  for tongue in en ru; do
    message=$en
    if [ "$tongue" = ru ]; then message=$ru; fi
    printf '{"error":{"code":"%s","message":"%s"}}' "$code" "$message" > "$OUT/said/$status.$tongue.json"
    sed -e "s|@LANG@|$tongue|" -e "s|@MESSAGE@|$message|g" -e "s|@STATUS@|$status|" -e "s|@ROOT@|$ROOT|" \
      "$HERE/error.html" > "$OUT/said/$status.$tongue.html"
  done
  case "$status" in
    # nginx's own number for headers that are too large
    431) echo "error_page 494 =431 /_said/431.\$tongue.\$shape;" ;;
    400) echo "error_page 400 495 496 497 =400 /_said/400.\$tongue.\$shape;" ;;
    *) echo "error_page $status /_said/$status.\$tongue.\$shape;" ;;
  esac >> "$OUT/errors.conf"
done

# --- the way in
: > "$OUT/headers.conf"
SCHEME=http
COOKIES=""
if [ "$TLS" != off ]; then
  SCHEME=https
  # the nodes are spoken to without TLS and cannot always know
  COOKIES="proxy_cookie_flags ~ secure;"
  echo 'add_header Strict-Transport-Security "max-age=31536000" always;' > "$OUT/headers.conf"
fi
if [ "$TLS" = self-signed ] || [ "$TLS" = files ]; then
  CERTIFICATE=${GATEWAY_CERTIFICATE:-}
  KEY=${GATEWAY_KEY:-}
  if [ "$TLS" = self-signed ]; then
    CERTIFICATE=$OUT/tls/self-signed.pem
    KEY=$OUT/tls/self-signed.key
  fi
  if [ "$TLS" = self-signed ] && [ ! -s "$KEY" ]; then
    host=$NAME
    if [ "$host" = _ ]; then host=localhost; fi
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 397 -subj "/CN=$host" \
      -addext "subjectAltName=DNS:$host,DNS:localhost,IP:127.0.0.1" -keyout "$KEY" -out "$CERTIFICATE" 2> /dev/null
    chmod 0600 "$KEY"
  fi
  [ -r "$CERTIFICATE" ] || refuse "The certificate $CERTIFICATE cannot be read (GATEWAY_CERTIFICATE)."
  [ -r "$KEY" ] || refuse "The key $KEY cannot be read (GATEWAY_KEY)."
fi

WITHOUT=""
if [ "${1:-run}" = without ]; then
  WITHOUT=${2:-}
  case " $NODE_LIST " in
    *" $WITHOUT "*) ;;
    *) refuse "GATEWAY_NODES does not name \"$WITHOUT\", but $NODE_LIST." ;;
  esac
fi
NODES=""
left=0
for node in $NODE_LIST; do
  if [ "$node" = "$WITHOUT" ]; then continue; fi
  left=$((left + 1))
  NODES="$NODES    server $node max_fails=1 fail_timeout=2s;
"
done
[ "$left" -gt 0 ] || refuse "Without $WITHOUT there is no node."

REAL_IP=""
for network in $(echo "${GATEWAY_REAL_IP_FROM:-}" | tr ',' ' '); do
  REAL_IP="$REAL_IP  set_real_ip_from $network;
"
done
if [ -n "$REAL_IP" ]; then
  REAL_IP="$REAL_IP  real_ip_header X-Forwarded-For;
  real_ip_recursive on;
"
fi

OUTSIDE=""
if [ -n "$ROOT" ]; then
  OUTSIDE="location = $ROOT {
  return 308 $ROOT/;
}
location = / {
  return 302 $ROOT/;
}
location / {
  return 404;
}
"
fi

site="  include $OUT/site.conf;"
if [ "$TLS" = off ] || [ "$TLS" = ahead ]; then
  SERVERS="  server {
    listen $HTTP default_server;
    server_name $NAME;
    absolute_redirect off;
$site
  }"
else
  port=":${GATEWAY_PUBLIC_HTTPS_PORT:-443}"
  if [ "$port" = :443 ]; then port=""; fi
  SERVERS="  server {
    listen $HTTP default_server;
    server_name $NAME;
    include $OUT/errors.conf;
    location ^~ /.well-known/acme-challenge/ {
      root $ACME;
      default_type text/plain;
    }
    location ^~ /_said/ {
      internal;
      alias $OUT/said/;
    }
    location / {
      add_header X-Content-Type-Options nosniff always;
      add_header X-Frame-Options DENY always;
      add_header Referrer-Policy same-origin always;
      return 308 https://\$host$port\$request_uri;
    }
  }
  server {
    listen $HTTPS ssl http2 default_server;
    server_name $NAME;
    absolute_redirect off;
    ssl_certificate $CERTIFICATE;
    ssl_certificate_key $KEY;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20;
    ssl_prefer_server_ciphers off;
    ssl_session_cache shared:tls:10m;
    ssl_session_timeout 1d;
    ssl_session_tickets off;
$site
  }"
fi

# puts values in place of ${NAMES}; values may have several lines
expand() {
  OUT=$OUT ACCESS_LOG=$ACCESS_LOG BODY_MB=$BODY_MB REAL_IP=$REAL_IP RATE=$RATE BURST=$BURST NODES=$NODES \
    ROOT=$ROOT SERVERS=$SERVERS SCHEME=$SCHEME COOKIES=$COOKIES OUTSIDE=$OUTSIDE awk '
    {
      line = $0
      done = ""
      while (match(line, /\$\{[A-Z_]+\}/)) {
        name = substr(line, RSTART + 2, RLENGTH - 3)
        done = done substr(line, 1, RSTART - 1) ENVIRON[name]
        line = substr(line, RSTART + RLENGTH)
      }
      print done line
    }' "$1"
}
expand "$HERE/site.conf.template" > "$OUT/site.conf"
expand "$HERE/nginx.conf.template" > "$OUT/nginx.conf"

NGINX=${GATEWAY_NGINX:-nginx}
case "${1:-run}" in
  without | all)
    "$NGINX" -q -t -e stderr -p "$OUT" -c "$OUT/nginx.conf"
    # what is under way ends in the old processes
    kill -HUP "$(cat "$OUT/nginx.pid")"
    ;;
  check) "$NGINX" -t -e stderr -p "$OUT" -c "$OUT/nginx.conf" ;;
  run) exec "$NGINX" -e stderr -p "$OUT" -c "$OUT/nginx.conf" ;;
  *) refuse "start.sh knows run, check, without HOST:PORT and all." ;;
esac
