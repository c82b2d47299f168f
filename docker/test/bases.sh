#!/bin/sh
# Makes base images from Debian's packages where no registry can be reached: gerask-test/jre-base,
# nginx-base and pg-base. Needs root and mmdebstrap. What is there already stays.
set -eu
make_base() {
  name=gerask-test/$1
  shift
  if docker image inspect "$name" > /dev/null 2>&1; then return; fi
  tar=$(mktemp --suffix=.tar)
  mmdebstrap --quiet --variant=essential --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' --include="$1" bookworm "$tar"
  docker import "$tar" "$name"
  rm "$tar"
}
make_base jre-base openjdk-17-jre-headless,ca-certificates
make_base nginx-base nginx-light,openssl,ca-certificates
make_base pg-base postgresql-15,postgresql-contrib
