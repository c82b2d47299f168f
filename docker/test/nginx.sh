#!/bin/sh
# Says where an nginx is: the system's, or Debian's unpacked under the directory that is named.
set -eu
if command -v nginx > /dev/null; then
  command -v nginx
  exit 0
fi
to=$1
if [ ! -x "$to/usr/sbin/nginx" ]; then
  mkdir -p "$to"
  cd "$to"
  apt-get download nginx > download.log 2>&1 || {
    echo "nginx is missing, and apt-get cannot bring it; $to/download.log says why." >&2
    exit 1
  }
  dpkg -x nginx_*.deb .
fi
echo "$to/usr/sbin/nginx"
