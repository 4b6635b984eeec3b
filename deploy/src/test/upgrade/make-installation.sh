#!/usr/bin/env bash
# Makes the installation that UpgradeIT upgrades: runs this checkout's Greenpark, sends it parts of the measured data sets
# and a few messages it must refuse, takes a device and a point from its registry, notes what its API answers, stops it and
# packs everything.
#   make-installation.sh VERSION    writes deploy/src/test/resources/upgrade/VERSION/installation.zip
# Run it once, from the checkout of the version to be kept, when that version is released; never again after that. What it
# writes is kept for ever. Needs curl, zip and mosquitto_pub (mosquitto-clients).
set -euo pipefail
version="${1:?make-installation.sh needs the version it stands for, e.g. 0.1.0}"
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)"
target="$root/deploy/src/test/resources/upgrade/$version"
[ ! -e "$target/installation.zip" ] || { echo "$target/installation.zip is there already and is kept for ever" >&2; exit 1; }
work="$(mktemp -d)"
server=""
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
mkdir config
cp "$root/deploy/conf/real-plants.yaml" "$root/deploy/conf/coefficients.yaml" config/

# Of every kind of entry one, also of those that the real plants do not need.
python3 - config/real-plants.yaml <<'EOF'
import sys
text = open(sys.argv[1], encoding="utf-8").read()
text = text.replace("  district: jindong\n", """  district:
    id: jindong
    name: {zh: 金东区, en: Jindong}
    contacts: [{name: 值班, email: duty@example.org, language: zh}]
""", 1)
text = text.replace("  devices:\n", "  gateways: [{id: gw-1, name: {zh: 网关, en: Gateway}}]\n  devices:\n", 1)
text = text.replace("    - id: steel-meter\n", "    - id: steel-meter\n      gateway: gw-1\n", 1)
text = text.replace("  statistics:\n", """  statistics:
    - {enterprise: gas-turbine, month: 2017-01, ivaCny: 5000, status: final, source: survey, allowedUse: show}
""", 1)
open(sys.argv[1], "w", encoding="utf-8").write(text)
EOF

mqtt=21883 http=28080
settings=(--config config/real-plants.yaml --data data --set mqtt.port=$mqtt --set http.port=$http --set coap.port=25683
  --set coap.securePort=25684)
sim="$root/device-sim/src/main/resources/io/greenpark/sim/data"
part() { zcat "$sim/$1" | awk -v rows="$2" 'NR <= rows + 1' > "$3"; }
part steel-industry-energy.csv.gz 960 steel.csv
part wastewater-treatment.csv.gz 45 water.csv
part gas-turbine-emissions-2011.csv.gz 240 gas-turbine-emissions-2011.csv

"$root/greenpark" run "${settings[@]}" > run.txt 2>&1 &
server=$!
until grep -q "Greenpark is ready" run.txt; do kill -0 "$server" || { cat run.txt; exit 1; }; sleep 0.2; done

"$root/greenpark" replay steel-plant --file steel.csv --via mqtt "${settings[@]}" --wait
"$root/greenpark" replay steel-plant --register --file steel.csv --via mqtt "${settings[@]}" --wait
"$root/greenpark" replay waste-water --file water.csv --via mqtt "${settings[@]}" --wait
"$root/greenpark" replay gas-turbine --file gas-turbine-emissions-2011.csv --via mqtt "${settings[@]}" --wait
password="$(awk -F, '$2 == "steel-meter" {print $4}' data/credentials/devices.csv)"
for refused in '{"kwh": 3.1' '{"nothing-known": 1}' '{"ts": "2018-01-20T00:15:00+08:00", "values": {"kwh": "much"}}'; do
  mosquitto_pub -V mqttv5 -h 127.0.0.1 -p $mqtt -u steel-meter -P "$password" -q 1 -t greenpark/steel-meter/telemetry \
    -m "$refused" || true
done

# The sewage monitor leaves with its limits, and a point of the turbine: their readings stay, the points are ended.
python3 - config/real-plants.yaml <<'EOF'
import sys
kept, skipped = [], None
with open(sys.argv[1], encoding="utf-8") as file:
    entries, entry = [], []
    for line in file:
        depth = len(line) - len(line.lstrip())
        if skipped is not None and (not line.strip() or depth > skipped):
            continue
        skipped = None
        gone = line.strip() in ("- id: waste-water-monitor", "- id: gas-turbine-cems-tey")
        if line.startswith("    - id:") and not gone:
            # A limit names its point in a line below.
            entry = [line]
            entries.append(entry)
        elif gone:
            skipped = depth
        else:
            (entry if entries else kept).append(line)
text = "".join(kept) + "".join(
    "".join(entry) if not any("point: waste-water-monitor" in line for line in entry)
    else "".join(line for line in entry if not line.startswith("     ") and not line.startswith("    - id:"))
    for entry in entries)
assert "waste-water-monitor" not in text and "cems-tey" not in text
open(sys.argv[1], "w", encoding="utf-8").write(text)
EOF
until grep -q "registry reloaded\|now .* points" run.txt; do sleep 0.5; done
# The cases of its limits are withdrawn.
sleep 10

ask() {
  printf '%s"%s": ' "$separator" "$1" >> figures.json
  curl -sf -H "Authorization: Bearer $(cat data/credentials/api-token)" "http://127.0.0.1:$http$1" >> figures.json
  separator=$',\n'
}
separator='{
'
for id in steel-plant steel-plant-register gas-turbine; do
  ask "/api/v1/enterprises/$id/energy?from=2018-01-01&to=2018-01-13&step=day"
done
ask "/api/v1/enterprises/steel-plant/energy?from=2018-01-05&to=2018-01-06&step=hour"
ask "/api/v1/enterprises/steel-plant/intensity?from=2018-01-01&to=2018-02-01&step=month"
ask "/api/v1/parks/real-plants/energy?from=2018-01-01&to=2018-02-01&step=month"
ask "/api/v1/points/waste-water-monitor-dqo-s/series?from=1990-03-01&to=1990-05-01"
ask "/api/v1/points/waste-water-monitor-dqo-s/series?from=1990-03-01&to=1990-05-01&step=day"
ask "/api/v1/points/gas-turbine-cems-nox/series?from=2011-01-02&to=2011-01-04&step=hour"
ask "/api/v1/alerts?state=cleared&limit=1000"
ask "/api/v1/dead-letters"
printf '\n}\n' >> figures.json

kill "$server"
wait "$server" || true
server=""
rm -f data/lock data/log/lock data/*-shm data/log/*-shm
mkdir -p "$target"
zip -q -r -X "$target/installation.zip" data config figures.json
ls -l "$target"
