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
