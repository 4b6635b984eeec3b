package io.greenpark.dashboards.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Durations;
import io.greenpark.park.quarantine.KeptTime;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.quarantine.WaitingDevice;
import io.greenpark.park.quarantine.WaitingKey;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.text.Bilingual;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a claim of a waiting device as edits of the registry, which judges them: the device where there is none yet, and its points. */
final class ClaimRequest {
    private static final Bilingual BODY = new Bilingual("请求正文", "the body");
    private static final Duration SHORTEST_SILENCE = Duration.ofHours(1);
    private static final int SILENCE_INTERVALS = 3;

    private final WaitingDevice waiting;
    private final Registry seen;
    private final ObjectNode body;

    private ClaimRequest(WaitingDevice waiting, Registry seen, ObjectNode body) {
        this.waiting = waiting;
        this.seen = seen;
        this.body = body;
    }

    /**
     * The edits of a claim.
     *
     * @param seen the registry as whoever claims sees it
     * @param newest number of the newest change: what somebody else does after it to one of the documents is not undone
     */
    static EditRequest of(Question question, WaitingDevice waiting, Registry seen, long newest) {
        ObjectNode body = ChangeRequest.body(question);
        ChangeRequest.allow(body, BODY, "reason", "emergency", "device", "points");
        ClaimRequest claim = new ClaimRequest(waiting, seen, body);
        EditRequest request = ChangeRequest.by(
                question, ChangeRequest.reason(body), claim.edits(), newest, ChangeRequest.flag(body, "emergency"));
        KeptText.require(body);
        return request;
    }

    private List<Edit> edits() {
        List<Edit> edits = new ArrayList<>();
        Device known = seen.device(waiting.deviceId()).orElse(null);
        String enterprise = known == null ? null : known.enterpriseId();
        if (known == null) {
            ObjectNode device = device();
            enterprise = device.path("enterprise").asText();
            edits.add(put(DocumentKind.DEVICE, waiting.deviceId(), device));
        } else if (body.hasNonNull("device")) {
            throw wrong(
                    "device",
                    "：设备 \"" + waiting.deviceId() + "\" 已登记；请只发送 \"points\"",
                    ": device \"" + waiting.deviceId() + "\" is registered already; send \"points\" only");
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
        ChangeRequest.allow(device, new Bilingual("设备", "the device"), "enterprise", "name", "silenceAfter");
        ObjectNode document = ChangeRequest.exact(device.deepCopy(), "device");
        if (!document.hasNonNull("silenceAfter")) {
            document.put("silenceAfter", silenceAfter());
        }
        if (waiting.sender().kind() == ProvedSender.Kind.GATEWAY) {
            document.put("gateway", waiting.sender().name());
        }
        return document;
    }

    /** As of files: three times the longest interval in which its points send, an hour at least. */
    private String silenceAfter() {
        Duration longest = SHORTEST_SILENCE;
        for (ObjectNode point : points()) {
            Duration every = Accepted.duration()
                    .parse(point.path("facts").path("expectedInterval").asText(""));
            Duration silence = every == null ? Duration.ZERO : every.multipliedBy(SILENCE_INTERVALS);
            longest = silence.compareTo(longest) > 0 ? silence : longest;
        }
        return Durations.write(longest);
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
        String id =
                point.hasNonNull("id") ? point.path("id").asText() : ClaimSuggestions.pointId(waiting.deviceId(), key);
        if (id == null) {
            throw wrong(
                    place + ".id",
                    "：由键 \"" + key + "\" 得不出测点编号；请填写小写字母、数字和短横线组成的编号",
                    ": key \"" + key + "\" gives no id; give one of small letters, digits and dashes");
        }
        if (seen.point(id).isPresent()) {
            throw wrong(
                    place + ".id",
                    "：测点 \"" + id + "\" 已存在；请换一个编号，或在登记册中修改该测点",
                    ": point \"" + id + "\" exists already; give another id, or edit that point in the registry");
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("device", waiting.deviceId());
        document.put("key", key);
        document.set("name", point.hasNonNull("name") ? point.get("name") : name(key));
        for (String field : List.of("quantity", "outlet")) {
            if (point.hasNonNull(field)) {
                document.set(field, point.get(field));
            }
        }
        document.set("facts", facts(point, place, from(point, waits, zone)));
        return put(DocumentKind.POINT, id, ChangeRequest.exact(document, place));
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

    /** From when on the point is true: as said, else from the beginning of the day that the form suggests. */
    private Instant from(ObjectNode point, WaitingKey waits, ZoneId zone) {
        if (point.hasNonNull("validFrom")) {
            return Dates.instant("validFrom", point.path("validFrom").asText(), zone);
        }
        return ClaimSuggestions.validFrom(waiting, waits, zone)
                .atStartOfDay(zone)
                .toInstant();
    }

    /** The day of a time that was sent, as the clocks of a zone show it. */
    static LocalDate dayOf(KeptTime time, ZoneId zone) {
        Instant at = Instant.ofEpochMilli(time.ms());
        return time.form() == KeptTime.Form.LOCAL
                ? LocalDateTime.ofInstant(at, ZoneOffset.UTC).toLocalDate()
                : LocalDate.ofInstant(at, zone);
    }

    private static Problem wrong(String name, String zh, String en) {
        boolean colon = zh.startsWith("：");
        return Problem.badRequest(new Bilingual(
                "\"" + name + "\"" + (colon ? "" : " ") + zh, "\"" + name + "\"" + (colon ? "" : " ") + en));
    }
}
