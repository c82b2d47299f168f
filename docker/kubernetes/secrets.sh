#!/bin/sh
# Makes the secrets of a place (local, staging, prod), each once: what is there stays. They become a
# Secret of the cluster by kustomize, and are kept out of git.
#   docker/kubernetes/secrets.sh prod
set -eu
here=$(dirname "$0")
place=$here/overlays/${1:?local, staging or prod}
[ -f "$place/settings/kustomization.yaml" ] || {
  echo "$place is no place." >&2
  exit 1
}
to=$place/settings/secrets
sh "$here/../secrets.sh" "$to"
if [ ! -s "$to/jwt_private.pem" ]; then
  openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out "$to/jwt_private.pem" 2> /dev/null
  openssl pkey -in "$to/jwt_private.pem" -pubout -out "$to/jwt_public.pem"
  chmod 0444 "$to/jwt_private.pem" "$to/jwt_public.pem"
  echo "made $to/jwt_private.pem and $to/jwt_public.pem"
fi
