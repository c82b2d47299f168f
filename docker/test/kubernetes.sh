#!/bin/sh
# Renders each place of docker/kubernetes by kubectl, as a server does, into the directory that is
# named: with secrets made for it, and prod once more below a path.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
to=${1:?a directory}
command -v kubectl > /dev/null || {
  echo "kubectl 1.27 or newer is needed." >&2
  exit 1
}
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
mkdir -p "$to" "$here/docker"
cp -r "$root/docker/kubernetes" "$root/docker/secrets.sh" "$here/docker/"
cd "$here/docker/kubernetes"
for place in local staging prod; do
  ./secrets.sh $place > /dev/null
  kubectl kustomize overlays/$place > "$to/$place.yaml"
done
sed -i 's|^ROOT_PATH=.*|ROOT_PATH=/apps/gerask|' overlays/prod/settings/settings.env
kubectl kustomize overlays/prod > "$to/below-a-path.yaml"
