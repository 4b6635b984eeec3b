package io.greenpark.dashboards.api;

import io.greenpark.acceptance.sheet.AcceptanceSheet;
import io.greenpark.acceptance.sheet.SheetSignature;
import io.greenpark.acceptance.sheet.SheetState;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a device stands with its acceptance.
 *
 * @param open how far its sheet is that is not accepted; null where there is none
 * @param sheet the newest; null where nobody has begun one, and while only the states are asked for
 */
record AcceptanceRow(
        Device device, @Nullable SheetState open, @Nullable AcceptanceSheet sheet, ZoneId zone) {
    /** Of a device whose newest sheet is at hand. */
    static AcceptanceRow of(Device device, @Nullable AcceptanceSheet sheet, ZoneId zone) {
        SheetState open = sheet == null || sheet.state() == SheetState.ACCEPTED ? null : sheet.state();
        return new AcceptanceRow(device, open, sheet, zone);
    }

    AcceptanceRow with(@Nullable AcceptanceSheet newest) {
        return new AcceptanceRow(device, open, newest, zone);
    }

    /** How far it is. */
    enum State {
        /** It waits, and nobody has begun a sheet. */
        NOT_BEGUN,
        DRAFT,
        SIGNED,
        RETURNED,
        /** It counts. */
        ACCEPTED
    }

    State state() {
        if (device.acceptance().waitingSince().isEmpty()) {
            return State.ACCEPTED;
        }
        return open == null ? State.NOT_BEGUN : State.valueOf(open.name());
    }

    /** Since when it waits; null where it always did, or does not. */
    @Nullable
    Instant waitingSince() {
        return device.acceptance()
                .waitingSince()
                .filter(since -> !since.equals(Acceptance.EVER))
                .orElse(null);
    }

    private @Nullable SheetSignature installer() {
        return sheet == null ? null : sheet.installer();
    }

    private @Nullable SheetSignature second() {
        return sheet == null ? null : sheet.second();
    }

    JsonObject json(Parks parks) {
        SheetSignature installer = installer();
        SheetSignature second = second();
        return new JsonObject()
                .put("device", Json.named(device.id(), device.name()))
                .put("enterprise", parks.named(device.enterpriseId()))
                .put("gateway", device.gatewayId())
                .put("state", state().name())
                .put("waitingSince", Json.time(waitingSince(), zone))
                .put("sheet", sheet == null ? null : sheet.number())
                .put("serial", sheet == null ? null : sheet.draft().serial())
                .put("installer", installer == null ? null : installer.name())
                .put("signedAt", installer == null ? null : Json.time(installer.at(), zone))
                .put("second", second == null ? null : second.name())
                .put("acceptedAt", second == null ? null : Json.time(second.at(), zone))
                .put("countsFrom", sheet == null ? null : Json.time(sheet.countsFrom(), zone))
                .put("words", sheet == null ? null : sheet.words());
    }

    static List<Column<AcceptanceRow>> columns(Registry registry) {
        return List.of(
                Column.text("device", new Bilingual("设备编号", "Device id"), r -> Cell.code(r.device.id())),
                Column.text("name", new Bilingual("设备", "Device"), r -> Cell.words(r.device.name())),
                Column.text(
                        "enterprise",
                        new Bilingual("企业", "Enterprise"),
                        r -> Cell.words(
                                Subject.enterprise(r.device.enterpriseId()).name(registry))),
                Column.text("gateway", new Bilingual("网关", "Gateway"), r -> Cell.code(r.device.gatewayId())),
                Column.text(
                        "state", new Bilingual("验收状态", "Acceptance"), r -> Cell.words(AcceptanceTexts.of(r.state()))),
                Column.text(
                        "waitingSince",
                        new Bilingual("自此待验收", "Waiting since"),
                        r -> Cell.time(r.waitingSince(), r.zone)),
                Column.number(
                        "sheet",
                        new Bilingual("验收单号", "Sheet"),
                        0,
                        r -> r.sheet == null ? null : Cell.number(r.sheet.number())),
                Column.text(
                        "serial",
                        new Bilingual("出厂编号", "Serial number"),
                        r -> Cell.code(r.sheet == null ? null : r.sheet.draft().serial())),
                Column.text(
                        "installer",
                        new Bilingual("安装人", "Installer"),
                        r -> Cell.code(
                                r.installer() == null ? null : r.installer().name())),
                Column.text(
                        "signedAt",
                        new Bilingual("安装人签字时间", "Signed at"),
                        r -> Cell.time(
                                r.installer() == null ? null : r.installer().at(), r.zone)),
                Column.text(
                        "second",
                        new Bilingual("验收人", "Accepted by"),
                        r -> Cell.code(r.second() == null ? null : r.second().name())),
                Column.text(
                        "acceptedAt",
                        new Bilingual("验收时间", "Accepted at"),
                        r -> Cell.time(r.second() == null ? null : r.second().at(), r.zone)),
                Column.text(
                        "countsFrom",
                        new Bilingual("数据生效时间", "Counts from"),
                        r -> Cell.time(r.sheet == null ? null : r.sheet.countsFrom(), r.zone)),
                Column.text(
                        "words",
                        new Bilingual("说明", "Words"),
                        r -> Cell.code(r.sheet == null ? null : r.sheet.words())));
    }
}
