#!/usr/bin/env bash
# Installs what the tests need, runs all of them and says how many passed. Called by ./greenpark test.
#   --fast        only the tests that need no outside server
#   --module M    only the tests of one module (and builds what it needs)
#   --containers  InfluxDB, PostgreSQL and Mosquitto of the tests run in containers (Testcontainers over podman) of the images
#                 that compose.yaml names, instead of this machine's programs
#   --long [MIN]  also live readings for MIN minutes (default 10, 60 for an hour) at half the sustained load, whose memory
#                 and lags must stay flat (report: deploy/target/soak/soak.md), and chaos with 30 kills instead of 3
#   --fuzz N      only the fuzzer, which tries each decoder with N inputs (a million: about half an hour in all)
# The container suite (ContainersIT) is part of all tests; where containers do not run it is skipped with the reason.
# In CI (CI=true) a skipped test is a failure, and a test of the console in a browser that failed is tried once more: those that passed
# only then are listed.
set -euo pipefail
root="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
cd "$root"

packages="influxdb postgresql strace mosquitto mosquitto-clients libcoap3-bin chromium chromium-driver fonts-noto-cjk poppler-utils libreoffice-calc-nogui systemd"
services="influxdb mosquitto postgresql"
maven=(mvn -B -ntp -T 2 --fail-at-end verify)
# Tests with containers are those of deploy, or all with --containers.
containers=suite

while [ $# -gt 0 ]; do
  case "$1" in
    --fast) maven+=("-Dtest=*Test" "-Dsurefire.failIfNoSpecifiedTests=false"); packages="" containers="" ;;
    --module)
      shift
      tests="io.greenpark.${1:?--module needs the name of a module}.**"
      [ "$1" = deploy ] || [ "$containers" = all ] || containers=""
      case "$1" in
        device-sim) tests="io.greenpark.sim.**" ;;
        deploy)
          tests="io.greenpark.deploy.**,io.greenpark.lab.**.*IT"
          # All of them once the runnable folder is there, which many start.
          maven+=("-Dend-to-end")
          ;;
      esac
      maven+=(-pl "$1" -am "-Dtest=$tests" "-Dsurefire.failIfNoSpecifiedTests=false")
      ;;
    --containers)
      containers=all
      maven+=("-Dgreenpark.servers=containers")
      ;;
    --long)
      minutes=10
      case "${2:-}" in
        "" | -*) ;;
        *)
          minutes="$2"
          shift
          ;;
      esac
      if ! [[ "$minutes" =~ ^[1-9][0-9]{0,3}$ ]] || [ "$minutes" -gt 1440 ]; then
        echo "greenpark test: --long \"$minutes\" is out of range; accepted are 1..1440 minutes (default 10)" >&2
        exit 2
      fi
      maven+=("-Dgreenpark.soak.minutes=$minutes" "-Dgreenpark.chaos.kills=30" "-Dend-to-end.forks=1" "-Dsurefire.short-lived=")
      ;;
    --fuzz)
      shift
      if ! [[ "${1:-}" =~ ^[1-9][0-9]{0,8}$ ]]; then
        echo "greenpark test: --fuzz \"${1:-}\" is no number of inputs; accepted are 1..999999999" >&2
        exit 2
      fi
      maven=(mvn -B -ntp verify -pl lab -am "-Dtest=FuzzTest" "-Dsurefire.failIfNoSpecifiedTests=false" "-Dgreenpark.fuzz.runs=$1")
      packages="" containers=""
      ;;
    -h | --help)
      sed -n '2,11p' "$0" | sed 's/^# \{0,1\}//'
      exit 0
      ;;
    *)
      echo "greenpark test: unknown option \"$1\"; allowed are --fast, --module NAME, --containers, --long [MINUTES] and --fuzz N" >&2
      exit 2
      ;;
  esac
  shift
done

[ "${CI:-}" != true ] || maven+=("-Dbrowser-tests.reruns=1")

installed=""
sudo=""

install_missing() {
  local missing="" package
  for package in $packages; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      echo "greenpark test: missing$missing; install them as root: apt-get install$missing" >&2
      exit 1
    }
    sudo=sudo
  fi
  echo "greenpark test: installing$missing"
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
  installed="$missing"
}

# The packages start their servers, whose ports collide with those of the tests. Someone's own servers are left alone.
stop_services() {
  local service
  for service in $services; do
    if [ "${CI:-}" = true ] || [[ " $installed " == *" $service "* ]]; then
      ${sudo:-} service "$service" stop >/dev/null 2>&1 || true
    fi
  done
}

engine_folder=""
engine_pid=""
images_pid=""

# An engine of its own for Testcontainers, unless DOCKER_HOST names one. The images are made beside the build; ContainersIT
# waits for them, and says so where they cannot be had.
start_engine() {
  local environment line
  environment="$(deploy/test-images.sh --engine)" || { [ "$containers" != all ] || exit 1; return 0; }
  while IFS= read -r line; do export "${line?}"; done <<<"$environment"
  export TESTCONTAINERS_RYUK_DISABLED=true GREENPARK_TEST_RUN="run-$$"
  if [ "$containers" = all ]; then
    deploy/test-images.sh >/dev/null || exit 1
  else
    deploy/test-images.sh >/dev/null 2>&1 &
    images_pid=$!
  fi
  [ -z "${DOCKER_HOST:-}" ] || return 0
  setsid podman system service --time=0 "unix://$engine_folder/podman.sock" \
    >"$engine_folder/podman.log" 2>&1 &
  engine_pid=$!
  export DOCKER_HOST="unix://$engine_folder/podman.sock" TESTCONTAINERS_HOST_OVERRIDE=localhost
}

# Containers of a virtual machine of this run that was killed would stay: servers of tests by their label, the suite's
# installation by its name.
stop_engine() {
  [ -z "$images_pid" ] || kill "$images_pid" 2>/dev/null || true
  [ -n "$engine_pid" ] || return 0
  {
    podman ps -aq --filter "label=io.greenpark.test=$GREENPARK_TEST_RUN"
    podman ps -aq --filter "name=greenpark-test-$GREENPARK_TEST_RUN-"
  } | sort -u | xargs -r podman rm -f -v -t 5 >/dev/null 2>&1 || true
  kill "$engine_pid" 2>/dev/null || true
}

# Adds an attribute of all test suites up over every report of this run.
total() {
  find . -path '*/target/surefire-reports/TEST-*.xml' -newer "$started" -exec sed -n "s/.*<testsuite .*[^a-z]$1=\"\([0-9]*\)\".*/\1/p" {} + |
    awk '{n += $1} END {print n + 0}'
}

# Keycloak of Maven's repository, for the tests of sign-in by OpenID Connect.
get_keycloak() {
  local version
  version="$(sed -n 's/.*String VERSION = "\(.*\)".*/\1/p' dashboards/src/test/java/io/greenpark/dashboards/fixture/KeycloakServer.java)"
  mvn -q -B -ntp dependency:get -Dtransitive=false \
    "-Dartifact=org.keycloak:keycloak-quarkus-dist:$version:tar.gz" || echo "greenpark test: no Keycloak could be had"
}

if [ -n "$packages" ]; then
  install_missing
  get_keycloak
  stop_services
fi
# Said before the tests, not after them.
if [ "${CI:-}" = true ] && ! mvn -B -ntp -q spotless:check; then
  echo "greenpark test: files are not formatted; ./greenpark format does it" >&2
  exit 1
fi
started="$(mktemp)"
engine_folder="$(mktemp -d)"
trap 'stop_engine; rm -rf "$started" "$engine_folder"' EXIT
[ -z "$containers" ] || start_engine
status=0
"${maven[@]}" || status=$?

tests=$(total tests)
broken=$(($(total failures) + $(total errors)))
skipped=$(total skipped)
if [ "$skipped" -gt 0 ]; then
  echo "skipped tests:"
  find . -path '*/target/surefire-reports/TEST-*.xml' -newer "$started" -exec sed -n 's/.*<skipped message="\([^"]*\)".*/\1/p' {} + | sort | uniq -c
  grep -l '<skipped' $(find . -path '*/target/surefire-reports/TEST-*.xml' -newer "$started") || true
  [ "${CI:-}" != true ] || { echo "in CI a skipped test is a failure"; status=1; }
fi
# A reader of the log is to know which tests cannot be relied on.
find . -path '*/target/surefire-reports/TEST-*.xml' -newer "$started" -exec grep -l '<flaky' {} + |
  sed 's,.*/TEST-\(.*\)\.xml,passed only when tried again: a test of \1,' || true
[ "$tests" -gt 0 ] || { echo "no test ran"; status=1; }
echo "$((tests - broken - skipped)) passed, $broken failed, $skipped skipped"
exit "$status"
