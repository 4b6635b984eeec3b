package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gateways, and how the devices behind them stand. */
final class GatewayAnswers {
    private final ConsoleSources sources;
    private final Parks parks;
    private final Clock clock;

    GatewayAnswers(ConsoleSources sources, Clock clock) {
        this.sources = sources;
        this.parks = new Parks(sources.registry());
        this.clock = clock;
    }

    private record Line(Gateway gateway, List<DeviceLine> devices) {
        List<String> enterprises() {
            return devices.stream()
                    .map(d -> d.device().enterpriseId())
                    .distinct()
                    .toList();
        }

        /** Also such whose messages are all refused. */
        long silent() {
            return devices.stream()
                    .filter(d -> d.state() == DeviceLine.State.SILENT || d.state() == DeviceLine.State.REFUSED)
                    .count();
        }
    }

    Reply list(Question question) {
        TableReply.allow(question, "enterprise");
        DeviceLines lines = new DeviceLines(sources, parks, clock.instant());
        Map<String, List<Device>> behind = parks.registry().facts().devices().stream()
                .filter(d -> d.gatewayId() != null)
                .collect(Collectors.groupingBy(d -> String.valueOf(d.gatewayId())));
        String enterprise =
                question.text("enterprise").map(id -> parks.enterprise(id).id()).orElse(null);
        List<Line> rows = parks.registry().facts().gateways().stream()
                .map(g -> new Line(g, lines.of(behind.getOrDefault(g.id(), List.of()))))
                .filter(line -> enterprise == null || line.enterprises().contains(enterprise))
                .toList();
        Listing<Line> listing = new Listing<>(
                new Bilingual("网关", "Gateways"),
                columns(),
                line -> line.gateway().id(),
                rows);
        return new TableReply(question, clock, parks.districtZone())
                .of(listing, "greenpark-gateways", new JsonObject(), "rows", page -> Json.array(page, this::json));
    }

    private List<Column<Line>> columns() {
        return List.of(
                Column.text(
                        "id",
                        new Bilingual("编号", "Id"),
                        line -> Cell.code(line.gateway().id())),
                Column.text(
                        "name",
                        new Bilingual("名称", "Name"),
                        line -> Cell.words(line.gateway().name())),
                Column.text("enterprises", new Bilingual("企业", "Enterprises"), this::enterprises),
                Column.number(
                        "deviceCount",
                        new Bilingual("设备数", "Devices"),
                        0,
                        line -> Cell.number(line.devices().size())),
                Column.number(
                        "silentDevices",
                        new Bilingual("离线设备", "Silent devices"),
                        0,
                        line -> Cell.number(line.silent())));
    }

    private Cell enterprises(Line line) {
        List<Bilingual> names = line.enterprises().stream()
                .map(id -> parks.registry().enterprise(id).map(e -> e.name()).orElse(Bilingual.same(id)))
                .toList();
        return new Cell.Words(new Bilingual(
                names.stream().map(Bilingual::zh).collect(Collectors.joining("、")),
                names.stream().map(Bilingual::en).collect(Collectors.joining(", "))));
    }

    private JsonObject json(Line line) {
        return Json.named(line.gateway().id(), line.gateway().name())
                .put("enterprises", Json.array(line.enterprises(), parks::named))
                .put("deviceCount", line.devices().size())
                .put("silentDevices", line.silent())
                .put("counts", DeviceAnswers.counts(line.devices()));
    }

    JsonObject one(Question question) {
        question.allow();
        Gateway gateway = parks.gateway(question.id());
        DeviceLines lines = new DeviceLines(sources, parks, clock.instant());
        List<Device> behind = parks.registry().facts().devices().stream()
                .filter(d -> gateway.id().equals(d.gatewayId()))
                .toList();
        Line line = new Line(gateway, lines.of(behind));
        return json(line).put("devices", Json.array(line.devices(), lines::json));
    }
}
