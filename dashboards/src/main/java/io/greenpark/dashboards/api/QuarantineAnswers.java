package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.quarantine.Quarantine;
import io.greenpark.park.quarantine.WaitingDevice;
import io.greenpark.park.quarantine.WaitingDevice.Discard;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Devices that nobody has registered and proved senders name: what waits of them, claiming them, and saying that they are not ours. */
final class QuarantineAnswers {
    private static final int REFUSALS = 20;
    private static final long NO_DEVICE = -1;

    private final Quarantine quarantine;
    private final DeadLetters deadLetters;
    private final ChangeAnswers changes;
    private final AuditLog audit;
    private final Parks parks;
    private final QuarantineJson json;
    private final Clock clock;

    QuarantineAnswers(ConsoleSources sources, ChangeAnswers changes, Clock clock) {
        this.quarantine = sources.quarantine();
        this.deadLetters = sources.deadLetters();
        this.changes = changes;
        this.audit = sources.audit();
        this.parks = new Parks(sources.registry());
        this.json = new QuarantineJson(parks);
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, "sender", "device", "discarded");
        boolean discarded = question.flag("discarded");
        Optional<String> sender = question.text("sender");
        Optional<String> device = question.text("device");
        List<WaitingDevice> rows = quarantine.devices().stream()
                .filter(d -> discarded == (d.discard() != null))
                .filter(d -> sender.isEmpty() || sender.get().equals(d.sender().name()))
                .filter(d -> device.isEmpty() || device.get().equals(d.deviceId()))
                .toList();
        Listing<WaitingDevice> listing = new Listing<>(
                new Bilingual("待认领设备", "Unknown devices"), json.columns(), d -> Long.toString(d.id()), rows);
        JsonObject about = new JsonObject().put("overflows", Json.array(quarantine.overflows(), json::overflow));
        return new TableReply(question, clock, parks.districtZone())
                .of(listing, "greenpark-unknown-devices", about, json::device);
    }

    JsonObject one(Question question) {
        question.allow();
        WaitingDevice device = find(question);
        ZoneId zone = json.zone(device);
        ClaimSuggestions suggestions = new ClaimSuggestions(parks.registry(), device);
        String enterprise = suggestions.enterprise();
        JsonObject keys = new JsonObject();
        device.keys().forEach(key -> keys.put(key.key(), suggestions.of(key, zone)));
        return json.device(device)
                .put(
                        "refusals",
                        Json.array(
                                deadLetters.list(Set.of(device.deviceId()), null, null, REFUSALS),
                                row -> DeadLetterJson.row(row, zone)))
                .put(
                        "suggested",
                        new JsonObject()
                                .put("enterprise", enterprise == null ? null : parks.named(enterprise))
                                .put("keys", keys));
    }

    /** By the one gate of the registry; what waits comes in as soon as the points are in force. */
    Reply claim(Question question) {
        question.allow("dryRun");
        WaitingDevice device = find(question);
        EditRequest asked = ClaimRequest.of(question, device, parks.registry(), changes.newest());
        EditResult result = changes.result(question, asked);
        if (result.applied()) {
            note(question, AuditAction.DEVICE_CLAIMED, device, asked.reason());
        }
        return changes.reply(asked, result);
    }

    JsonObject discard(Question question) {
        question.allow();
        WaitingDevice device = find(question);
        String reason = new AccountRequest(question, "reason").reason();
        Discard discard = new Discard(clock.millis(), Objects.requireNonNull(question.caller()), reason);
        if (quarantine.discard(device.id(), discard)) {
            note(question, AuditAction.DEVICE_DISCARDED, device, reason);
        }
        return json.device(find(question));
    }

    JsonObject restore(Question question) {
        question.allow();
        WaitingDevice device = find(question);
        String reason = new AccountRequest(question, "reason").reason();
        boolean restored = quarantine.restore(device.id());
        if (restored) {
            note(question, AuditAction.DEVICE_RESTORED, device, reason);
        }
        return new JsonObject().put("restored", restored);
    }

    private void note(Question question, AuditAction action, WaitingDevice device, String reason) {
        audit.append(question.draft(action)
                .on("unknown-device", device.sender().name() + "/" + device.deviceId())
                .because(reason));
    }

    private WaitingDevice find(Question question) {
        String id = question.id();
        // Asked of whatever is sent: what is another's takes no longer than what there is not.
        return quarantine
                .device(id.matches("\\d{1,18}") ? Long.parseLong(id) : NO_DEVICE)
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有待认领设备 \"" + id + "\"，或已被认领；现有的见 /api/v1/quarantine",
                        "unknown device \"" + id
                                + "\" does not wait, or was claimed; /api/v1/quarantine lists those that" + " do")));
    }
}
