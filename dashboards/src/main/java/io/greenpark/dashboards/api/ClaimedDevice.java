package io.greenpark.dashboards.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Durations;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.quarantine.WaitingDevice;
import io.greenpark.park.quarantine.WaitingKey;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.rules.IdRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the claim of one waiting device as edits: the device where there is none yet, with the name as sent where that is not its id, and its
 * points.
 */
final class ClaimedDevice {
    private static final Duration SHORTEST_SILENCE = Duration.ofHours(1);
    private static final int SILENCE_INTERVALS = 3;

    private final WaitingDevice waiting;
    private final Registry seen;
    private final ObjectNode body;
    private final ClaimIds ids;
    private final @Nullable Device known;
    private final String id;
    private final List<String> pointIds = new ArrayList<>();

    /** @param body has {@code device} and {@code points} */
    ClaimedDevice(WaitingDevice waiting, Registry seen, ObjectNode body, ClaimIds ids) {
        this.waiting = waiting;
        this.seen = seen;
        this.body = body;
        this.ids = ids;
        this.known = waiting.sender().deviceNamed(seen, waiting.deviceId());
        this.id = known != null
                ? known.id()
                : givenId(body) != null ? String.valueOf(givenId(body)) : ids.device(waiting);
    }

    /** The id that a claim gives its device; null where it leaves that open. */
    static @Nullable String givenId(ObjectNode body) {
        JsonNode given = body.path("device").path("id");
        return given.isTextual() ? given.asText() : null;
    }

    WaitingDevice waiting() {
        return waiting;
    }

    /** The id of the device in the registry. */
    String id() {
        return id;
    }

    /** The ids of its points, once its edits are made. */
    List<String> pointIds() {
        return List.copyOf(pointIds);
    }

    List<Edit> edits() {
        List<Edit> edits = new ArrayList<>();
        String enterprise = known == null ? null : known.enterpriseId();
        if (known == null) {
            ObjectNode device = device();
            enterprise = device.path("enterprise").asText();
            edits.add(put(DocumentKind.DEVICE, id, device));
        } else if (body.hasNonNull("device")) {
            throw wrong(
                    "device",
                    "：设备 \"" + id + "\" 已登记；请只发送 \"points\"",
                    ": device \"" + id + "\" is registered already; send \"points\" only");
        }
        Set<String> keys = new HashSet<>();
        for (ObjectNode point : points()) {
            edits.add(point(point, seen.timeOf(enterprise).zone(), keys));
        }
        return edits;
    }

    private static Edit put(DocumentKind kind, String id, ObjectNode document) {
        return new Edit(new DocumentKey(kind, id), Verb.PUT, document.toString());
    }

    // The device

    private ObjectNode device() {
        if (!(body.get("device") instanceof ObjectNode device)) {
            throw wrong(
                    "device",
                    "须为 JSON 对象，写明企业和名称",
                    "must be a JSON object with the enterprise and the name of the device");
        }
        ChangeRequest.allow(device, new Bilingual("设备", "the device"), "id", "enterprise", "name", "silenceAfter");
        requireNewId();
        ObjectNode document = ChangeRequest.exact(device.deepCopy(), "device");
        document.remove("id");
        if (!document.hasNonNull("silenceAfter")) {
            document.put("silenceAfter", silenceAfter());
        }
        if (waiting.sender().kind() == ProvedSender.Kind.GATEWAY) {
            document.put("gateway", waiting.sender().name());
        }
        if (!id.equals(waiting.deviceId())) {
            document.put("sentAs", waiting.deviceId());
        }
        return document;
    }

    private void requireNewId() {
        String sent = waiting.deviceId();
        if (!id.equals(sent) && waiting.sender().kind() == ProvedSender.Kind.DEVICE) {
            throw wrong(
                    "device.id",
                    "：\"" + sent + "\" 以自身编号登录；请用该编号认领",
                    ": \"" + sent + "\" signs in with its own id; claim it under that");
        }
        if (!IdRules.isId(id)) {
            throw wrong(
                    "device.id",
                    "：\"" + id + "\" 不能作为编号；应为：" + IdRules.ALLOWED.zh(),
                    ": \"" + id + "\" is no id; accepted: " + IdRules.ALLOWED.en());
        }
        if (seen.device(id).isPresent()) {
            throw wrong(
                    "device.id",
                    "：设备 \"" + id + "\" 已存在；请另取编号；若就是这台设备，请在其登记内容中把上报名称（sentAs）填为 \"" + sent + "\"",
                    ": device \"" + id + "\" exists already; give another id; if it is this device, give it \"" + sent
                            + "\" as its sentAs");
        }
        if (!ids.giveDevice(id)) {
            throw wrong(
                    "device.id",
                    "：编号 \"" + id + "\" 在本次认领中出现了两次；请为每台设备取不同的编号",
                    ": id \"" + id + "\" stands twice in this claim; give each device an id of its own");
        }
    }

    /** As of files: three times the longest interval in which its points send, an hour at least. */
    private String silenceAfter() {
        Duration longest = SHORTEST_SILENCE;
        for (ObjectNode point : points()) {
            Duration every = length(point.path("facts").path("expectedInterval"));
            Duration silence = every.multipliedBy(SILENCE_INTERVALS);
            longest = silence.compareTo(longest) > 0 ? silence : longest;
        }
        return Durations.write(longest);
    }

    private static Duration length(JsonNode text) {
        Duration length = Accepted.duration().parse(text.asText(""));
        return length == null ? Duration.ZERO : length;
    }

    // Its points

    private List<ObjectNode> points() {
        List<ObjectNode> points = new ArrayList<>();
        for (JsonNode each : body.path("points")) {
            if (!(each instanceof ObjectNode point)) {
                throw noPoints();
            }
            points.add(point);
        }
        if (points.isEmpty()) {
            throw noPoints();
        }
        return points;
    }

    private static Problem noPoints() {
        return wrong(
                "points",
                "须为至少一个测点的列表，如 [{\"key\": \"kwh\", \"quantity\": \"electricity\", \"facts\": {...}}]",
                "must be a list of at least one point, e.g. [{\"key\": \"kwh\", \"quantity\": \"electricity\","
                        + " \"facts\": {...}}]");
    }

    private Edit point(ObjectNode point, ZoneId zone, Set<String> keys) {
        String key = point.path("key").asText("");
        String place = "points." + key;
        ChangeRequest.allow(
                point, new Bilingual(place, place), "key", "id", "name", "quantity", "outlet", "validFrom", "facts");
        WaitingKey waits = waiting(key);
        if (!keys.add(key)) {
            throw wrong(place, "出现了两次；每个键只写一次", "stands twice; give each key once");
        }
        String pointId = pointId(point, key, place);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("device", id);
        document.put("key", key);
        document.set("name", point.hasNonNull("name") ? point.get("name") : name(key));
        for (String field : List.of("quantity", "outlet")) {
            if (point.hasNonNull(field)) {
                document.set(field, point.get(field));
            }
        }
        document.set("facts", facts(point, place, from(point, waits, zone)));
        return put(DocumentKind.POINT, pointId, ChangeRequest.exact(document, place));
    }

    private String pointId(ObjectNode point, String key, String place) {
        String pointId = point.hasNonNull("id") ? point.path("id").asText() : ids.point(id, key);
        if (pointId == null) {
            throw wrong(
                    place + ".id",
                    "：由键 \"" + key + "\" 得不出测点编号；请填写小写字母、数字和短横线组成的编号",
                    ": key \"" + key + "\" gives no id; give one of small letters, digits and dashes");
        }
        if (seen.point(pointId).isPresent()) {
            throw wrong(
                    place + ".id",
                    "：测点 \"" + pointId + "\" 已存在；请换一个编号，或在登记册中修改该测点",
                    ": point \"" + pointId + "\" exists already; give another id, or edit that point in the registry");
        }
        if (!ids.givePoint(pointId)) {
            throw wrong(
                    place + ".id",
                    "：编号 \"" + pointId + "\" 在本次认领中出现了两次；请为每个测点取不同的编号",
                    ": id \"" + pointId + "\" stands twice in this claim; give each point an id of its own");
        }
        pointIds.add(pointId);
        return pointId;
    }

    private static ObjectNode name(String key) {
        return JsonNodeFactory.instance.objectNode().put("zh", key).put("en", key);
    }

    private WaitingKey waiting(String key) {
        List<String> keys = waiting.keys().stream().map(WaitingKey::key).toList();
        return waiting.keys().stream()
                .filter(k -> k.key().equals(key))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "points",
                        "：没有等待认领的键 \"" + key + "\"；等待的有：" + String.join(", ", keys),
                        ": no key \"" + key + "\" waits; those that do: " + String.join(", ", keys)));
    }

    private static ObjectNode facts(ObjectNode point, String place, Instant from) {
        if (!(point.get("facts") instanceof ObjectNode facts)) {
            throw wrong(
                    place + ".facts",
                    "须为 JSON 对象，写明单位、种类和采集间隔",
                    "must be a JSON object with unit, kind and expectedInterval");
        }
        ObjectNode dated = JsonNodeFactory.instance.objectNode();
        dated.set(from.toString(), facts.deepCopy());
        return dated;
    }

    /** From when on the point is true: as said, else from the first reading that is kept. */
    private Instant from(ObjectNode point, WaitingKey waits, ZoneId zone) {
        if (point.hasNonNull("validFrom")) {
            return Dates.instant("validFrom", point.path("validFrom").asText(), zone);
        }
        JsonNode facts = point.path("facts");
        return ClaimSuggestions.validFrom(
                waiting,
                waits,
                zone,
                length(facts.path("period")),
                facts.path("stamp").asText().equals("end"));
    }

    private static Problem wrong(String name, String zh, String en) {
        boolean colon = zh.startsWith("：");
        return Problem.badRequest(new Bilingual(
                "\"" + name + "\"" + (colon ? "" : " ") + zh, "\"" + name + "\"" + (colon ? "" : " ") + en));
    }
}
