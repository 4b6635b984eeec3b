package io.greenpark.registry;

import static io.greenpark.config.setting.Accepted.choice;
import static io.greenpark.config.setting.Accepted.decimal;
import static io.greenpark.config.setting.Accepted.duration;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.live.SilenceLimit;
import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.Acceptance.State;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.registry.document.AcceptedFields;
import io.greenpark.registry.rules.FaultTexts;
import io.greenpark.registry.rules.IdRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads devices and the points nested in them. Needs the enterprises and outlets, which are read before. */
final class DeviceSection {
    private static final Accepted<String> QUANTITY = Accepted.text(IdRules.QUANTITIES, IdRules::isQuantity);

    private final Ids ids;
    private final PointIds pointIds;
    private final Map<String, Enterprise> enterprises;
    private final Map<String, Outlet> outlets;
    private final Map<String, ZoneId> zonesByPark;
    private final Map<String, ZoneId> undated;

    /** @param undated gets the points that do not say from when on their facts are true, and the zone of their park */
    DeviceSection(
            Ids ids,
            Map<String, Enterprise> enterprises,
            Map<String, Outlet> outlets,
            Map<String, ZoneId> zonesByPark,
            Map<String, ZoneId> undated) {
        this.undated = undated;
        this.ids = ids;
        this.pointIds = new PointIds(ids);
        this.enterprises = enterprises;
        this.outlets = outlets;
        this.zonesByPark = zonesByPark;
    }

    /** Reads a device and adds its points to {@code points}. */
    @Nullable
    Device device(Settings f, List<Point> points) {
        String id = f.text("id");
        String enterprise = ids.reference(f, "enterprise", Section.ENTERPRISES);
        Bilingual name = SiteSections.name(f, id);
        String gateway = ids.optionalReference(f, "gateway", Section.GATEWAYS);
        Duration silenceAfter = f.value("silenceAfter", duration());
        State state = f.value("acceptance", choice(State.class), State.ACCEPTED);
        String sentAs = f.text("sentAs");
        List<Point> own = points(f, id == null ? "" : id, enterprise == null ? "" : enterprise);
        f.alsoKnown("credential");
        f.reportUnknown();
        if (id == null || enterprise == null || !f.sound()) {
            return null;
        }
        points.addAll(own);
        return new Device(
                id,
                enterprise,
                name,
                gateway,
                silenceAfter == null ? silence(own) : silenceAfter,
                state == State.PENDING ? Acceptance.pending() : Acceptance.NONE,
                sentAs);
    }

    private static Duration silence(List<Point> points) {
        return SilenceLimit.assumed(
                points.stream().map(p -> p.currentFacts().expectedInterval()).toList());
    }

    private List<Point> points(Settings device, String deviceId, String enterpriseId) {
        List<Point> points = new ArrayList<>();
        Map<String, String> keys = new HashMap<>();
        for (Settings f : device.list("points")) {
            String key = f.requiredText("key", AcceptedFields.POINT_KEY);
            String first = key == null ? null : keys.get(key);
            if (first != null) {
                f.fault(
                        "key",
                        new Bilingual(
                                "“" + key + "”在该设备中重复，首次出现在 " + first + "；如由此测点取代，请为上一测点填写 endedAt",
                                "\"" + key + "\" stands twice in this device, first at " + first
                                        + "; give the one above an endedAt if this one took its place"));
            }
            if (key != null && !f.has("endedAt")) {
                keys.put(key, f.place());
            }
            Point point = point(f, deviceId, enterpriseId, key == null ? "" : key);
            if (point != null) {
                points.add(point);
            }
        }
        return points;
    }

    private @Nullable Point point(Settings f, String deviceId, String enterpriseId, String key) {
        String quantity = f.required("quantity", QUANTITY);
        String id = pointIds.declare(f, deviceId, key, quantity);
        Bilingual name = SiteSections.name(f, id);
        String outlet = outlet(f, enterpriseId);
        ZoneId zone = zoneOf(enterpriseId);
        List<PointFacts> facts = new PointFactsReader(zone).read(f);
        if (!PointFactsReader.dated(f)) {
            undated.put(id, zone);
        }
        List<Replacement> replacements = replacements(f, zone);
        Instant endedAt = f.value("endedAt", Times.instant(zone));
        f.reportUnknown();
        return quantity == null || facts.isEmpty() || !f.sound()
                ? null
                : new Point(id, deviceId, key, enterpriseId, outlet, quantity, name, facts, replacements, endedAt);
    }

    private @Nullable String outlet(Settings f, String enterpriseId) {
        String id = ids.optionalReference(f, "outlet", Section.OUTLETS);
        Outlet outlet = id == null ? null : outlets.get(id);
        if (outlet != null && !enterpriseId.isEmpty() && !outlet.enterpriseId().equals(enterpriseId)) {
            f.fault("outlet", FaultTexts.outletOfAnother(outlet, enterpriseId));
        }
        return id;
    }

    private ZoneId zoneOf(String enterpriseId) {
        Enterprise enterprise = enterprises.get(enterpriseId);
        ZoneId zone = enterprise == null ? null : zonesByPark.get(enterprise.parkId());
        return zone == null ? ParkTime.SHANGHAI : zone;
    }

    private static List<Replacement> replacements(Settings f, ZoneId zone) {
        List<Replacement> replacements = new ArrayList<>();
        for (Settings entry : f.list("replacements")) {
            Instant at = entry.required(
                    "at",
                    entry.value("at", Times.instant(zone)),
                    new Bilingual("更换仪表的时间", "when the meter was replaced"));
            BigDecimal oldEnd = entry.required(
                    "oldEnd",
                    entry.value("oldEnd", decimal()),
                    new Bilingual("旧表最后的示数", "last value of the old register"));
            BigDecimal newStart = entry.required(
                    "newStart",
                    entry.value("newStart", decimal()),
                    new Bilingual("新表最初的示数", "first value of the new one"));
            entry.reportUnknown();
            if (at == null || oldEnd == null || newStart == null) {
                continue;
            }
            if (!replacements.isEmpty()
                    && !at.isAfter(replacements.get(replacements.size() - 1).at())) {
                entry.fault(
                        "at",
                        new Bilingual(
                                "不晚于上方的更换；请按时间先后排列", "is not after the replacement above; list them oldest first"));
            }
            replacements.add(new Replacement(at, oldEnd, newStart));
        }
        return replacements;
    }
}
