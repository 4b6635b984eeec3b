#!/usr/bin/env bash
# Builds stand-ins for the images that compose.yaml and the Dockerfile name, for machines that reach no image registry: under
# the same names and tags (localhost/NAME:TAG), of Debian's packages over one root file system, of this machine's Debian or the
# one of GREENPARK_TEST_SUITE (bookworm, trixie). Installs podman, runc and mmdebstrap where they are missing. About two minutes
# from nothing; nothing to do where the images exist, the real ones too. Where each differs from the image whose name it bears
# stands at the head of test-images/*/Containerfile; they are for tests only.
#   deploy/test-images.sh           builds what is missing, and prints the environment in which tests use them, with the place of
#                                   podman-compose in PODMAN_COMPOSE
#   deploy/test-images.sh --engine  only installs the engine, and prints the same
#   deploy/test-images.sh --remove  removes what it built
# Exit code 1, and why, where containers do not run on this machine.
set -euo pipefail
here="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"

say() { echo "test-images: $*" >&2; }

cannot() {
  say "containers do not run on this machine: $*"
  exit 1
}

# Runs a function, and waits before until no other run does the same.
one_at_a_time() {
  exec 8>"/run/lock/greenpark-$1"
  flock 8
  "$1"
  exec 8>&-
}

# shellcheck source=test-images/engine.sh
. "$here/test-images/engine.sh"

# Their names are the same in every Debian; what it has of them is the stand-ins' version.
packages="default-jre-headless influxdb influxdb-client mosquitto mosquitto-clients postgresql busybox curl wget
  ca-certificates netcat-openbsd"
suite="${GREENPARK_TEST_SUITE:-$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)}"
base="localhost/greenpark-test-base:$(printf '%s' "$suite $packages" | cksum | cut -d' ' -f1)"
label=io.greenpark.test-image
# What a stand-in comes of: another one is built where this has changed.
origin="$({ echo "$base"; find "$here/test-images" -type f | sort | xargs cat; } | cksum | cut -d' ' -f1)"

# The image of a service of compose.yaml, or the one the Dockerfile starts from.
image() {
  if [ "$1" = java ]; then
    sed -n 's/^FROM //p' "$here/Dockerfile"
  else
    awk -v service="  $1:" '$0 == service {found = 1; next} found && /^    image:/ {print $2; exit}' "$here/compose.yaml"
  fi
}

# Real, or built of what there is now.
is_there() {
  local built_of
  podman image exists "$1" || return 1
  built_of="$(podman image inspect --format "{{index .Labels \"$label\"}}" "$1")"
  [ -z "$built_of" ] || [ "$built_of" = "<no value>" ] || [ "$built_of" = "$origin" ]
}

remove() {
  command -v podman >/dev/null || exit 0
  local ids
  ids="$(podman images -q --filter "label=$label" | sort -u)"
  [ -z "$ids" ] || podman rmi -f $ids >/dev/null
  podman rmi -f "$base" >/dev/null 2>&1 || true
}

# Where and how this machine's own apt fetches Debian, for the suite that the stand-ins are of.
sources() {
  local site release component
  apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' | sort -u |
    while read -r site release component; do
      [ "$component" = main ] || continue
      echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $site $suite${release#"${release%%-*}"} main"
    done
}

settings() { apt-config dump --format '%F "%v";%n' Acquire | grep -E '^Acquire::(http|https|Check|Retries|ForceIP)[^ ]* "..*";' || true; }

root_file_system() {
  local options=() line
  sources >sources.list
  [ -s sources.list ] || { apt-get update -qq; sources >sources.list; }
  [ -s sources.list ] || cannot "the stand-ins are made of Debian's packages, and apt knows no place of Debian's here"
  while read -r line; do options+=("--aptopt=${line%;}"); done < <(settings)
  say "making a root file system of $suite, about a minute"
  # The server of each package is not to be started or set up by its installation.
  mmdebstrap --quiet --variant=minbase "${options[@]}" \
    --aptopt='APT::Install-Recommends "false"' --dpkgopt='force-confold' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --essential-hook='mkdir -p "$1/etc/postgresql-common"; echo "create_main_cluster = false" >"$1/etc/postgresql-common/createcluster.conf"' \
    --include="$(echo $packages | tr ' ' ',')" "$suite" root.tar sources.list
  podman import --quiet root.tar "$base" >/dev/null
  rm root.tar
}

build() {
  say "building $2"
  podman build --quiet --format docker --pull=never --network none --build-arg "BASE=$base" --label "$label=$origin" \
    -t "localhost/$2" "$here/test-images/$1" >/dev/null
}

case "${1:-}" in
  "") ;;
  --engine)
    ready_engine
    environment
    exit 0
    ;;
  --remove)
    remove
    exit 0
    ;;
  *)
    say "unknown option \"$1\"; allowed are --engine and --remove"
    exit 2
    ;;
esac

ready_engine
# Two runs at a time would build twice.
exec 9>"/run/lock/greenpark-test-images"
flock 9
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
for service in java influxdb mosquitto postgres grafana; do
  name="$(image "$service")"
  if ! is_there "$name"; then
    podman image exists "$base" || root_file_system
    build "$service" "$name"
  fi
done
podman image prune --force --filter "label=$label" >/dev/null
said="$(podman run --rm --network none "$(image java)" true 2>&1)" || cannot "$said"
environment
say "ready: $(podman --version), $(podman info --format '{{.Host.OCIRuntime.Name}}, {{.Host.NetworkBackend}}')"
