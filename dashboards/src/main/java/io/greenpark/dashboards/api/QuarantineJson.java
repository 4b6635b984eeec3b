package io.greenpark.dashboards.api;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.park.quarantine.KeptTime;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.quarantine.Quarantine.Overflow;
import io.greenpark.park.quarantine.WaitingDevice;
import io.greenpark.park.quarantine.WaitingKey;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Point;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Devices that wait to be claimed, in JSON and in columns of files. */
final class QuarantineJson {
    private final Parks parks;

    QuarantineJson(Parks parks) {
        this.parks = parks;
    }

    JsonObject device(WaitingDevice device) {
        ZoneId zone = zone(device);
        Device registered = registered(device);
        WaitingDevice.Discard discard = device.discard();
        return new JsonObject()
                .put("id", Long.toString(device.id()))
                .put("sender", sender(device.sender()))
                .put("device", device.deviceId())
                .put("enterprise", registered == null ? null : parks.named(registered.enterpriseId()))
                .put("registered", registered == null ? null : registered.id())
                .put("claimable", registered != null || ClaimIds.mayBeNamed(device))
                .put("first", Json.time(device.firstMs(), zone))
                .put("last", Json.time(device.lastMs(), zone))
                .put("messages", device.messages())
                .put("readings", device.readings())
                .put("dropped", device.dropped())
                .put("keys", Json.array(device.keys(), key -> key(device, key, zone)))
                .put(
                        "discarded",
                        discard == null
                                ? null
                                : new JsonObject()
                                        .put("at", Json.time(discard.atMs(), zone))
                                        .put("by", discard.by())
                                        .put("reason", discard.reason()));
    }

    /** What the registry, as its reader sees it, has for it by now; null where that is nothing. */
    @Nullable
    Device registered(WaitingDevice device) {
        return device.sender().deviceNamed(parks.registry(), device.deviceId());
    }

    private JsonObject sender(ProvedSender sender) {
        return new JsonObject()
                .put("kind", sender.kind().code())
                .put("kindText", Json.name(sender.kind().text()))
                .put("id", sender.name())
                .put("name", Json.name(name(sender)));
    }

    private Bilingual name(ProvedSender sender) {
        return parks.registry().gateway(sender.name()).map(Gateway::name).orElse(Bilingual.same(sender.name()));
    }

    private JsonObject key(WaitingDevice device, WaitingKey key, ZoneId zone) {
        Device registered = registered(device);
        Point point = registered == null
                ? null
                : parks.registry().pointsOfDevice(registered.id()).get(key.key());
        return new JsonObject()
                .put("key", key.key())
                .put("readings", key.readings())
                .put("dropped", key.dropped())
                .put("value", key.value())
                .put("flag", String.valueOf(key.flag().code()))
                .put("time", time(key.newest(), zone))
                .put("earliest", time(key.earliest(), zone))
                .put("timeForm", key.newest().form().code())
                .put("shape", EnumCode.of(key.shape()))
                .put("rises", key.rises())
                .put("falls", key.falls())
                .put("point", point == null ? null : waitsFor(point));
    }

    /** What has a point and waits nevertheless lies before the point begins, or behind its end. */
    private static JsonObject waitsFor(Point point) {
        ZoneId zone = point.currentFacts().zone();
        Instant ended = point.endedAt();
        return new JsonObject()
                .put("id", point.id())
                .put("validFrom", Json.time(point.facts().get(0).validFrom().toEpochMilli(), zone))
                .put("ended", ended == null ? null : Json.time(ended.toEpochMilli(), zone));
    }

    /** With an offset, but where it was sent without one. */
    private static String time(KeptTime time, ZoneId zone) {
        return time.form() == KeptTime.Form.LOCAL
                ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        LocalDateTime.ofInstant(Instant.ofEpochMilli(time.ms()), ZoneOffset.UTC))
                : Json.time(time.ms(), zone);
    }

    JsonObject overflow(Overflow overflow) {
        return new JsonObject()
                .put("sender", sender(overflow.sender()))
                .put("dropped", overflow.dropped())
                .put("last", Json.time(overflow.lastMs(), parks.districtZone()));
    }

    ZoneId zone(WaitingDevice device) {
        Device registered = registered(device);
        return registered == null ? parks.districtZone() : parks.zoneOfDevice(registered.id());
    }

    List<Column<WaitingDevice>> columns() {
        return List.of(
                Column.text("device", new Bilingual("设备编号", "Device"), d -> Cell.code(d.deviceId())),
                Column.text(
                        "sender",
                        new Bilingual("发送方", "Sender"),
                        d -> Cell.code(d.sender().name())),
                Column.text(
                        "senderKind",
                        new Bilingual("发送方类别", "Kind of sender"),
                        d -> Cell.words(d.sender().kind().text())),
                Column.text("first", new Bilingual("首次", "First"), d -> at(d.firstMs(), zone(d))),
                Column.text("last", new Bilingual("最近一次", "Last"), d -> at(d.lastMs(), zone(d))),
                Column.number("messages", new Bilingual("报文数", "Messages"), 0, d -> Cell.number(d.messages())),
                Column.number("readings", new Bilingual("暂存读数", "Readings kept"), 0, d -> Cell.number(d.readings())),
                Column.number("dropped", new Bilingual("未保留", "Dropped"), 0, d -> Cell.number(d.dropped())),
                Column.text("keys", new Bilingual("键", "Keys"), QuarantineJson::keys));
    }

    private static @Nullable Cell at(long ms, ZoneId zone) {
        return Cell.time(Instant.ofEpochMilli(ms), zone);
    }

    private static @Nullable Cell keys(WaitingDevice device) {
        return device.keys().isEmpty()
                ? null
                : Cell.code(device.keys().stream()
                        .map(k -> k.key() + " " + k.value())
                        .collect(Collectors.joining(", ")));
    }
}
