#!/bin/sh
# Makes the secrets of docker/compose.prod.yml in a directory (docker/secrets), each once: what is
# there stays. Only the owner of the directory gets at them; the containers read them as they are.
set -eu
to=${1:-$(dirname "$0")/secrets}
mkdir -p "$to"
chmod 0700 "$to"
for name in db_password secret_key admin_password backup_passphrase; do
  if [ ! -s "$to/$name" ]; then
    openssl rand -hex 24 > "$to/$name"
    chmod 0444 "$to/$name"
    echo "made $to/$name"
  fi
done
