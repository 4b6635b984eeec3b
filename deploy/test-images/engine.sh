# The engine of tests: podman with runc, and podman-compose. Read by test-images.sh, which has the functions say, cannot and one_at_a_time.
# shellcheck shell=bash disable=SC2034

engine_packages="podman runc netavark aardvark-dns iptables nftables mmdebstrap python3-venv"
# Debian 12's 1.0.3 knows no profiles, and hides exit codes.
compose_version=1.6.0
cache="${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/greenpark"

install_engine() {
  local missing="" package
  [ "$(id -u)" -eq 0 ] || cannot "the stand-ins are built by root, and this is $(id -un); sudo $here/test-images.sh"
  for package in $engine_packages; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null || cannot "missing are$missing, and there is no apt-get to install them with"
  say "installing$missing"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# Podman asks for more open files and processes than a machine without CAP_SYS_RESOURCE may give.
settings_of_podman() {
  local files
  files="$(ulimit -Hn)"
  [ "$files" != unlimited ] && [ "$files" -lt 1048576 ] || files=1048576
  mkdir -p "$cache"
  printf '[containers]\ndefault_ulimits = ["nofile=%s:%s", "nproc=32768:32768"]\n' "$files" "$files" >"$cache/containers.conf.$$"
  # At once: another run's podman may be reading it.
  mv "$cache/containers.conf.$$" "$cache/containers.conf"
  export CONTAINERS_CONF="$cache/containers.conf"
}

podman_compose() {
  local folder="$cache/podman-compose-$compose_version"
  if [ ! -x "$folder/bin/podman-compose" ]; then
    say "installing podman-compose $compose_version"
    python3 -m venv "$folder"
    "$folder/bin/pip" install --quiet --disable-pip-version-check "podman-compose==$compose_version" >&2
  fi
  PODMAN_COMPOSE="$folder/bin/podman-compose"
}

ready_engine() {
  install_engine
  settings_of_podman
  one_at_a_time podman_compose
}

# In which tests use it.
environment() {
  echo "CONTAINERS_CONF=$CONTAINERS_CONF"
  echo "PODMAN_COMPOSE=$PODMAN_COMPOSE"
  # Else podman asks a systemd that is not there to run health checks, and complains.
  [ -d /run/systemd/system ] || echo "DISABLE_HC_SYSTEMD=true"
}
