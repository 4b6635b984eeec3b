#!/usr/bin/env bash
# Builds stand-ins for the images that compose.yaml and the Dockerfile name, for machines that reach no image registry: under
# the same names and tags (localhost/NAME:TAG), of Debian 12's packages over one root file system. Installs podman, runc and
# mmdebstrap where they are missing. About two minutes from nothing; nothing to do where the images exist, the real ones too.
#   deploy/test-images.sh           builds what is missing, and prints the environment in which tests use them, with the place of
#                                   podman-compose in PODMAN_COMPOSE
#   deploy/test-images.sh --engine  only installs the engine, and prints the same
#   deploy/test-images.sh --remove  removes what it built
# Exit code 1, and why, where containers do not run on this machine.
#
# They are for tests only, and differ from the images whose names they bear:
#   eclipse-temurin    Debian 12 and its OpenJDK 17, not Ubuntu with Temurin's; /opt/java/openjdk is a link
#   influxdb           1.6.7, the last of 1.x that Debian has, with an entrypoint that knows INFLUXDB_DB, _ADMIN_USER,
#                      _ADMIN_PASSWORD, _USER, _USER_PASSWORD and _HTTP_AUTH_ENABLED
#   eclipse-mosquitto  2.0.11 with glibc, and nc of OpenBSD
#   postgres           15, with an entrypoint that knows POSTGRES_USER, _DB, _PASSWORD, _PASSWORD_FILE and _INITDB_ARGS
#   grafana-oss        no Grafana at all: a web server that answers /api/health where it is given what Grafana needs
set -euo pipefail
here="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"

engine="podman runc netavark aardvark-dns iptables mmdebstrap python3-venv"
# Debian 12's 1.0.3 knows no profiles, and hides exit codes.
compose_version=1.6.0
cache="${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/greenpark"
packages="openjdk-17-jre-headless influxdb influxdb-client mosquitto mosquitto-clients postgresql-15 busybox curl wget
  ca-certificates netcat-openbsd"
suite=bookworm
base="localhost/greenpark-test-base:$(printf '%s' "$suite $packages" | cksum | cut -d' ' -f1)"
label=io.greenpark.test-image
script="$(cksum <"${BASH_SOURCE[0]}" | cut -d' ' -f1)"

say() { echo "test-images: $*" >&2; }

cannot() {
  say "containers do not run on this machine: $*"
  exit 1
}

# The image of a service of compose.yaml, or the one the Dockerfile starts from.
image() {
  if [ "$1" = java ]; then
    sed -n 's/^FROM //p' "$here/Dockerfile"
  else
    awk -v service="  $1:" '$0 == service {found = 1; next} found && /^    image:/ {print $2; exit}' "$here/compose.yaml"
  fi
}

# Real, or built by this very script.
is_there() {
  local built_by
  podman image exists "$1" || return 1
  built_by="$(podman image inspect --format "{{index .Labels \"$label\"}}" "$1")"
  [ -z "$built_by" ] || [ "$built_by" = "<no value>" ] || [ "$built_by" = "$script" ]
}

remove() {
  command -v podman >/dev/null || exit 0
  local ids
  ids="$(podman images -q --filter "label=$label" | sort -u)"
  [ -z "$ids" ] || podman rmi -f $ids >/dev/null
  podman rmi -f "$base" >/dev/null 2>&1 || true
}

install_engine() {
  local missing="" package
  [ "$(id -u)" -eq 0 ] || cannot "the stand-ins are built by root, and this is $(id -un); sudo $here/test-images.sh"
  for package in $engine; do
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

# Waits until no other run does the same.
one_at_a_time() {
  exec 8>"/run/lock/greenpark-$1"
  flock 8
  "$1"
  exec 8>&-
}

environment() {
  echo "CONTAINERS_CONF=$CONTAINERS_CONF"
  echo "PODMAN_COMPOSE=$PODMAN_COMPOSE"
  # Else podman asks a systemd that is not there to run health checks, and complains.
  [ -d /run/systemd/system ] || echo "DISABLE_HC_SYSTEMD=true"
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
  local work="$1" options=() line
  sources >"$work/sources.list"
  [ -s "$work/sources.list" ] || { apt-get update -qq; sources >"$work/sources.list"; }
  while read -r line; do options+=("--aptopt=${line%;}"); done < <(settings)
  say "making a root file system of $suite, about a minute"
  # The server of each package is not to be started or set up by its installation.
  mmdebstrap --quiet --variant=minbase "${options[@]}" \
    --aptopt='APT::Install-Recommends "false"' --dpkgopt='force-confold' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --essential-hook='mkdir -p "$1/etc/postgresql-common"; echo "create_main_cluster = false" >"$1/etc/postgresql-common/createcluster.conf"' \
    --include="$(echo $packages | tr ' ' ',')" "$suite" "$work/root.tar" "$work/sources.list"
  podman import --quiet "$work/root.tar" "$base" >/dev/null
  rm "$work/root.tar"
}

# Containerfile on standard input, its files in the working folder.
build() {
  local name="$1"
  say "building $name"
  { echo "FROM $base"; cat; echo "LABEL $label=$script"; } |
    podman build --quiet --format docker --pull=never --network none -t "localhost/$name" -f - . >/dev/null
}

java() {
  build "$1" <<'X'
RUN mkdir -p /opt/java && ln -s /usr/lib/jvm/java-17-openjdk-* /opt/java/openjdk
ENV JAVA_HOME=/opt/java/openjdk LANG=C.UTF-8
X
}

influxdb() {
  cat >influxdb.conf <<'X'
[meta]
  dir = "/var/lib/influxdb/meta"
[data]
  dir = "/var/lib/influxdb/data"
  wal-dir = "/var/lib/influxdb/wal"
X
  cat >entrypoint.sh <<'X'
#!/bin/bash
# Makes database, administrator and user at the first start, seen by nobody yet, then serves.
set -e
case "${1:-}" in "" | -*) set -- influxd "$@" ;; esac
query() { influx -host 127.0.0.1 "${login[@]}" -execute "$1" >/dev/null; }
if [ "$1" = influxd ] && [ ! -d /var/lib/influxdb/meta ] && [ -n "$INFLUXDB_DB$INFLUXDB_ADMIN_USER" ]; then
  INFLUXDB_HTTP_BIND_ADDRESS=127.0.0.1:8086 influxd &
  server=$!
  login=()
  for _ in $(seq 300); do
    curl -sf http://127.0.0.1:8086/ping && break
    sleep 0.2
  done
  if [ "${INFLUXDB_HTTP_AUTH_ENABLED:-}" = true ]; then
    query "CREATE USER \"$INFLUXDB_ADMIN_USER\" WITH PASSWORD '$INFLUXDB_ADMIN_PASSWORD' WITH ALL PRIVILEGES"
    login=(-username "$INFLUXDB_ADMIN_USER" -password "$INFLUXDB_ADMIN_PASSWORD")
    query "CREATE USER \"$INFLUXDB_USER\" WITH PASSWORD '$INFLUXDB_USER_PASSWORD'"
  fi
  query "CREATE DATABASE \"$INFLUXDB_DB\""
  [ -z "${INFLUXDB_USER:-}" ] || query "GRANT ALL ON \"$INFLUXDB_DB\" TO \"$INFLUXDB_USER\""
  kill "$server"
  wait "$server" || true
fi
exec "$@"
X
  build "$1" <<'X'
COPY influxdb.conf /etc/influxdb/influxdb.conf
COPY --chmod=0755 entrypoint.sh /entrypoint.sh
RUN rm -rf /var/lib/influxdb && mkdir /var/lib/influxdb
EXPOSE 8086
VOLUME /var/lib/influxdb
ENTRYPOINT ["/entrypoint.sh"]
CMD ["influxd"]
X
}

mosquitto() {
  echo '# All defaults: one listener, on loopback.' >mosquitto.conf
  cat >docker-entrypoint.sh <<'X'
#!/bin/sh
set -e
[ "$(id -u)" != 0 ] || chown -R mosquitto:mosquitto /mosquitto || true
exec "$@"
X
  build "$1" <<'X'
COPY mosquitto.conf /mosquitto/config/mosquitto.conf
COPY --chmod=0755 docker-entrypoint.sh /docker-entrypoint.sh
RUN groupmod --gid 1883 mosquitto && usermod --uid 1883 --gid 1883 mosquitto \
 && mkdir -p /mosquitto/data /mosquitto/log && chown -R mosquitto:mosquitto /mosquitto
VOLUME ["/mosquitto/data", "/mosquitto/log"]
EXPOSE 1883
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["/usr/sbin/mosquitto", "-c", "/mosquitto/config/mosquitto.conf"]
X
}

postgres() {
  cat >docker-entrypoint.sh <<'X'
#!/bin/bash
# Makes the cluster, its user and database at the first start, then serves.
set -e
case "${1:-}" in "" | -*) set -- postgres "$@" ;; esac
if [ "$1" = postgres ] && [ "$(id -u)" = 0 ]; then
  chown -R postgres "$PGDATA" /var/run/postgresql
  chmod 700 "$PGDATA"
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$BASH_SOURCE" "$@"
fi
if [ "$1" = postgres ] && [ ! -s "$PGDATA/PG_VERSION" ]; then
  [ -z "${POSTGRES_PASSWORD_FILE:-}" ] || POSTGRES_PASSWORD="$(cat "$POSTGRES_PASSWORD_FILE")"
  : "${POSTGRES_PASSWORD:?or POSTGRES_PASSWORD_FILE is needed}"
  user="${POSTGRES_USER:-postgres}"
  database="${POSTGRES_DB:-$user}"
  initdb -D "$PGDATA" -U "$user" -E UTF8 --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") ${POSTGRES_INITDB_ARGS:-}
  echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
  echo "listen_addresses = '*'" >>"$PGDATA/postgresql.conf"
  pg_ctl -D "$PGDATA" -o "-c listen_addresses=''" -w start
  [ "$database" = postgres ] || psql -v ON_ERROR_STOP=1 -U "$user" -d postgres -c "CREATE DATABASE \"$database\""
  pg_ctl -D "$PGDATA" -m fast -w stop
  echo "PostgreSQL init process complete; ready for start up."
fi
exec "$@"
X
  build "$1" <<'X'
COPY --chmod=0755 docker-entrypoint.sh /usr/local/bin/docker-entrypoint.sh
RUN groupmod --gid 999 postgres && usermod --uid 999 --gid 999 postgres \
 && install -d -o postgres -g postgres -m 3777 /var/run/postgresql \
 && install -d -o postgres -g postgres -m 1777 /var/lib/postgresql/data
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/lib/postgresql/15/bin
ENV PGDATA=/var/lib/postgresql/data LANG=C.UTF-8
VOLUME /var/lib/postgresql/data
STOPSIGNAL SIGINT
EXPOSE 5432
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["postgres"]
X
}

grafana() {
  cat >run.sh <<'X'
#!/bin/sh
# Serves where it has what Grafana is given: provisioning, dashboards, the passwords, a place to write.
set -eu
for name in GREENPARK_INFLUX_URL GREENPARK_INFLUX_USER GREENPARK_INFLUX_DATABASE GREENPARK_INFLUX_PASSWORD; do
  eval "test -n \"\$$name\"" || { echo "$name is missing" >&2; exit 1; }
done
test -s "$GF_SECURITY_ADMIN_PASSWORD__FILE"
test -s /etc/grafana/provisioning/datasources/greenpark.yaml
test -s "$GREENPARK_GRAFANA_DASHBOARDS/greenpark-energy.json"
touch /var/lib/grafana/grafana.db
busybox httpd -f -p 3000 -h /srv &
trap 'kill $!' TERM
wait
X
  build "$1" <<'X'
COPY --chmod=0755 run.sh /run.sh
RUN useradd --uid 472 --gid 0 --no-create-home grafana && install -d -o 472 -g 0 -m 0777 /var/lib/grafana \
 && mkdir -p /srv/api /etc/grafana && echo '{"database": "ok"}' >/srv/api/health
USER 472
EXPOSE 3000
ENTRYPOINT ["/run.sh"]
X
}

case "${1:-}" in
  "") ;;
  --engine)
    install_engine
    settings_of_podman
    one_at_a_time podman_compose
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

install_engine
settings_of_podman
one_at_a_time podman_compose
# Two runs at a time would build twice.
exec 9>"/run/lock/greenpark-test-images"
flock 9
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
for service in java influxdb mosquitto postgres grafana; do
  name="$(image "$service")"
  if ! is_there "$name"; then
    podman image exists "$base" || root_file_system "$work"
    "$service" "$name"
  fi
done
podman image prune --force --filter "label=$label" >/dev/null
try="$(image java)"
said="$(podman run --rm --network none "$try" true 2>&1)" || cannot "$said"
environment
say "ready: $(podman --version), $(podman info --format '{{.Host.OCIRuntime.Name}}, {{.Host.NetworkBackend}}')"
