#!/bin/bash
# Tries docker/compose.prod.yml as it is, with images built here: gerask.jar must be built (make
# build), the bases too (bases.sh). COMPOSE names the program (docker compose). Removes all it made.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$(mktemp -d)
read -r -a compose <<< "${COMPOSE:-docker compose}"
export DOCKER_BUILDKIT=1

say() { echo "$(date -u +%H:%M:%S) $*"; }
fail() {
  say "FAILED: $*"
  exit 1
}
prod() { "${compose[@]}" --env-file "$here/env" -p gerask-trial -f docker/compose.prod.yml "$@"; }
container() { prod ps -q "$1"; }
clean() {
  prod down -v > /dev/null 2>&1 || true
  rm -rf "$here"
}
trap clean EXIT

say "images"
docker build -q -f docker/Dockerfile --build-arg BASE=gerask-test/jre-base --build-arg JAR=built -t gerask-test/gerask . > /dev/null
docker build -q -f docker/nginx/Dockerfile --build-arg BASE=gerask-test/nginx-base -t gerask-test/gateway . > /dev/null
docker build -q -f docker/test/postgres.Dockerfile -t gerask-test/postgres . > /dev/null
for image in gerask gateway; do
  user=$(docker image inspect -f '{{.Config.User}}' gerask-test/$image)
  [[ $user =~ ^[1-9] ]] || fail "$image runs as \"$user\""
  [ "$(docker image inspect -f '{{if .Config.Healthcheck}}yes{{end}}' gerask-test/$image)" = yes ] || fail "$image has no health check"
done
found=$(docker run --rm --user 0 --entrypoint find gerask-test/gerask / -xdev \( -name '*.env' -o -name '*.env.template' -o -name .git -o -name '?*.java' -o -name javac -o -name 'mvn*' -o -name '*Test.class' \) -not -path '/proc/*')
[ -z "$found" ] || fail "the image holds $found"
docker run --rm -e PORT=none gerask-test/gerask config check > "$here/check" && fail "config check took PORT=none"
grep -q "PORT must be a whole number" "$here/check" || fail "config check says nothing of PORT"

say "start"
sh docker/secrets.sh "$here/secrets" > /dev/null
cat > "$here/env" << END
POSTGRES_IMAGE=gerask-test/postgres
GERASK_IMAGE=gerask-test/gerask
GATEWAY_IMAGE=gerask-test/gateway
SECRETS_DIR=$here/secrets
HTTP_PORT=18086
HTTPS_PORT=18087
GATEWAY_TLS=self-signed
PUBLIC_URL=https://localhost:18087
ADMIN_EMAIL=root@gerask.test
RATE_LIMIT_PER_MINUTE=100000
JVM_OPTIONS=-XX:TieredStopAtLevel=1 -Xshare:auto
END
timeout 500 "${compose[@]}" --env-file "$here/env" -p gerask-trial -f docker/compose.prod.yml up -d > "$here/up" 2>&1 || {
  tail -20 "$here/up"
  fail "up"
}
url=https://localhost:18087
for _ in $(seq 60); do
  curl -sk -o /dev/null "$url/health" && break
  sleep 1
done

say "what is open, and to whom"
published=$(for id in $(prod ps -q); do docker port "$id" || true; done | sed 's/.*://' | sort -u | paste -sd' ' -)
[ "$published" = "18086 18087" ] || fail "published: $published"
for service in app1 app2 worker gateway; do
  docker exec "$(container $service)" sh -c 'touch /trial 2> /dev/null' && fail "$service can write its root"
  [ "$(docker exec "$(container $service)" sh -c 'grep CapEff /proc/1/status | tr -d "CapEff:\t 0"')" = "" ] || fail "$service has capabilities"
done
docker exec "$(container gateway)" sh -c 'getent hosts db' > /dev/null && fail "the gateway sees the database"
[ "$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' http://localhost:18086/login)" = "308 https://localhost:18087/login" ] || fail "no way to TLS"
[ "$(curl -sk -o /dev/null -w '%{http_code}' $url/metrics)" = 404 ] || fail "/metrics is open"
curl -sk -D - -o /dev/null $url/login | grep -qi '^strict-transport-security' || fail "no HSTS"
curl -sk -D - -o /dev/null $url/login | grep -i '^set-cookie' | grep -qvi secure && fail "a cookie goes without TLS"

say "work on two nodes"
json='Content-Type: application/json'
password=$(cat "$here/secrets/admin_password")
login=$(curl -sk $url/api/auth/login -H "$json" -d "{\"email\":\"root@gerask.test\",\"password\":\"$password\"}")
token=$(printf '%s' "$login" | sed 's/.*"access":"\([^"]*\)".*/\1/')
for _ in 1 2 3 4 5 6; do
  [ "$(curl -sk -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $token" $url/api/auth/me)" = 200 ] || fail "a node does not know the token"
done
task=$(curl -sk $url/api/tasks -H "Authorization: Bearer $token" -H "$json" -d '{"title":"On trial"}' | sed 's/.*"key":"\([^"]*\)".*/\1/')
printf 'Hello' > "$here/a.txt"
curl -sk "$url/api/tasks/$task/attachments" -H "Authorization: Bearer $token" -F "file=@$here/a.txt" | grep -q '"sha256"' || fail "upload"

say "backup and drill"
prod run --rm backup 2> /dev/null | tee "$here/backup" | grep -q "1 files with 5 bytes" || fail "backup: $(cat "$here/backup")"
prod run --rm backup restore-drill 2> /dev/null | grep -q "is whole" || fail "drill"

say "a new version, while people go on"
docker tag gerask-test/gerask gerask-test/gerask:next
touch "$here/working"
(
  while [ -e "$here/working" ]; do
    n=$((${n:-0} + 1))
    code=$(curl -sk -o "$here/answer" -w '%{http_code}' "$url/api/tags" -H "Authorization: Bearer $token" -H "$json" -H "Idempotency-Key: tag-$n" -d "{\"name\":\"tag $n\",\"colour\":\"#0a0b0c\"}" || true)
    [ "$code" = 201 ] || echo "$n: $code $(cat "$here/answer")" >> "$here/failed"
    echo "$n" > "$here/asked"
  done
) &
deploy() { COMPOSE="${compose[*]}" ENV_FILE=$here/env PROJECT=gerask-trial docker/deploy.sh "$1"; }
deploy gerask-test/gerask:next > "$here/deploy" 2>&1 || { cat "$here/deploy"; fail "deploy"; }
for service in app1 app2 worker; do
  [ "$(docker inspect -f '{{.Config.Image}}' "$(container $service)")" = gerask-test/gerask:next ] || fail "$service is not the new one"
done

say "a new version that does not start"
docker build -q -t gerask-test/gerask:broken - > /dev/null << 'END'
FROM gerask-test/gerask
ENTRYPOINT ["sh", "-c", "[ \"$0\" = migrate ] || exit 1"]
END
deploy gerask-test/gerask:broken > "$here/deploy" 2>&1 && fail "a broken version was taken on"
grep -q "back to gerask-test/gerask:next" "$here/deploy" || { cat "$here/deploy"; fail "no way back"; }
[ "$(docker inspect -f '{{.Config.Image}} {{.State.Health.Status}}' "$(container app1)")" = "gerask-test/gerask:next healthy" ] || fail "app1 did not come back"
rm "$here/working"
wait $!
[ ! -e "$here/failed" ] || fail "of $(cat "$here/asked") requests failed: $(head -5 "$here/failed")"
[ "$(cat "$here/asked")" -gt 100 ] || fail "only $(cat "$here/asked") requests"

say "a killed node, a stopped one"
docker kill "$(container app1)" > /dev/null
for _ in $(seq 40); do
  [ "$(curl -sk -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $token" "$url/api/tasks/$task")" = 200 ] || fail "a killed node shows"
done
second=$(container app2)
docker stop -t 40 "$second" > /dev/null
[ "$(docker inspect -f '{{.State.ExitCode}}' "$second")" = 0 ] || fail "SIGTERM ends with another code than 0"
curl -sk $url/api/tasks | grep -q '"code":"UNAVAILABLE"' || fail "no word without nodes"
say "all is well"
