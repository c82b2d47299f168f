#!/bin/sh
# Says where a program is: the system's, or Debian's unpacked under a directory.
# program.sh NAME DIRECTORY [PACKAGE...]: beside its own package, libraries that it needs
set -eu
name=$1
to=$2
shift 2
if command -v "$name" > /dev/null; then
  command -v "$name"
  exit 0
fi
if [ ! -x "$to/$name" ]; then
  mkdir -p "$to"
  cd "$to"
  apt-get download "$name" "$@" > download.log 2>&1 || {
    echo "$name is missing, and apt-get cannot bring it; $to/download.log says why." >&2
    exit 1
  }
  for package in *.deb; do dpkg -x "$package" .; done
  printf '#!/bin/sh\nLD_LIBRARY_PATH="%s" exec "%s" "$@"\n' \
    "$(pwd)/usr/lib/$(uname -m)-linux-gnu" "$(pwd)/usr/sbin/$name" > "$name"
  chmod 0755 "$name"
fi
echo "$to/$name"
