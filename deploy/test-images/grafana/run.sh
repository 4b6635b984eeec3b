#!/bin/sh
# Serves where it has what Grafana is given: provisioning, dashboards, the passwords, a place to write.
set -eu
for name in GREENPARK_INFLUX_URL GREENPARK_INFLUX_USER GREENPARK_INFLUX_DATABASE GREENPARK_INFLUX_PASSWORD; do
  eval "test -n \"\$$name\"" || { echo "$name is missing" >&2; exit 1; }
done
test -s "$GF_SECURITY_ADMIN_PASSWORD__FILE"
test -s /etc/grafana/provisioning/datasources/greenpark.yaml
test -s "$GREENPARK_GRAFANA_DASHBOARDS/zh/greenpark-energy-zh.json"
test -s "$GREENPARK_GRAFANA_DASHBOARDS/en/greenpark-energy-en.json"
touch /var/lib/grafana/grafana.db
busybox httpd -f -p 3000 -h /srv &
trap 'kill $!' TERM
wait
