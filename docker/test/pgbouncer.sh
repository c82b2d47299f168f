#!/bin/sh
# Says where a PgBouncer is: the system's, or Debian's unpacked under the directory that is named.
set -eu
if command -v pgbouncer > /dev/null; then
  command -v pgbouncer
  exit 0
fi
to=$1
if [ ! -x "$to/pgbouncer" ]; then
  mkdir -p "$to"
  cd "$to"
  apt-get download pgbouncer libevent-2.1-7 libc-ares2 > download.log 2>&1 || {
    echo "PgBouncer is missing, and apt-get cannot bring it; $to/download.log says why." >&2
    exit 1
  }
  for package in *.deb; do dpkg -x "$package" .; done
  printf '#!/bin/sh\nLD_LIBRARY_PATH="%s" exec "%s" "$@"\n' \
    "$(pwd)/usr/lib/$(uname -m)-linux-gnu" "$(pwd)/usr/sbin/pgbouncer" > pgbouncer
  chmod 0755 pgbouncer
fi
echo "$to/pgbouncer"
