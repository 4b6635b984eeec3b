package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.deadletter.DeadLetters.StoredDeadLetter;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.quarantine.Quarantine;
import io.greenpark.park.quarantine.WaitingDevice;
import io.greenpark.park.quarantine.WaitingDevice.Discard;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.ReviewRequest;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Devices that nobody has registered and proved senders name: what waits of them, claiming them, and saying that they are not ours. */
final class QuarantineAnswers {
    private static final int REFUSALS = 20;
    private static final int LOOKED_THROUGH = 200;
    private static final long NO_DEVICE = -1;

    private final Quarantine quarantine;
    private final DeadLetters deadLetters;
    private final ChangeAnswers changes;
    private final Scope scope;
    private final OpenReviews open;
    private final AuditLog audit;
    private final Parks parks;
    private final QuarantineJson json;
    private final Clock clock;

    QuarantineAnswers(ConsoleSources sources, ChangeAnswers changes, Scope scope, OpenReviews open, Clock clock) {
        this.scope = scope;
        this.open = open;
        this.quarantine = sources.quarantine();
        this.deadLetters = sources.deadLetters();
        this.changes = changes;
        this.audit = sources.audit();
        this.parks = new Parks(sources.registry());
        this.json = new QuarantineJson(parks);
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, "sender", "device", "discarded", "registered");
        boolean discarded = question.flag("discarded");
        Optional<String> sender = question.text("sender");
        Optional<String> device = question.text("device");
        Optional<Boolean> registered = question.truth("registered");
        List<WaitingDevice> rows = quarantine.devices().stream()
                .filter(d -> discarded == (d.discard() != null))
                .filter(d -> sender.isEmpty() || sender.get().equals(d.sender().name()))
                .filter(d -> device.isEmpty() || isNamed(d, device.get()))
                .filter(d -> registered.isEmpty() || registered.get() == (json.registered(d) != null))
                .toList();
        Listing<WaitingDevice> listing = new Listing<>(
                new Bilingual("待认领设备", "Unknown devices"), json.columns(), d -> Long.toString(d.id()), rows);
        Map<String, ReviewRequest> claims = open.claims(scope);
        JsonObject about = new JsonObject().put("overflows", Json.array(quarantine.overflows(), json::overflow));
        return new TableReply(question, clock, parks.districtZone())
                .of(listing, "greenpark-unknown-devices", about, row -> withReview(row, claims));
    }

    /** With the claim that waits for a second person: nobody is to ask for another one meanwhile. */
    private JsonObject withReview(WaitingDevice device, Map<String, ReviewRequest> claims) {
        Device registered = json.registered(device);
        boolean gateway = device.sender().kind() == ProvedSender.Kind.GATEWAY;
        ReviewRequest byName =
                claims.get(OpenReviews.asSent(gateway ? device.sender().name() : null, device.deviceId()));
        String id = registered == null ? device.deviceId() : registered.id();
        return json.device(device).put("review", OpenReviews.json(byName == null ? claims.get(id) : byName));
    }

    private JsonObject withReview(WaitingDevice device) {
        return withReview(device, open.claims(scope));
    }

    private boolean isNamed(WaitingDevice waiting, String device) {
        Device registered = json.registered(waiting);
        return device.equals(waiting.deviceId()) || registered != null && device.equals(registered.id());
    }

    JsonObject one(Question question) {
        question.allow();
        WaitingDevice device = find(question);
        ZoneId zone = json.zone(device);
        ClaimSuggestions suggestions =
                new ClaimSuggestions(parks.registry(), device, key -> quarantine.spacing(device.id(), key));
        String enterprise = suggestions.enterprise();
        JsonObject keys = new JsonObject();
        device.keys().forEach(key -> keys.put(key.key(), suggestions.of(key, zone)));
        return withReview(device)
                .put("refusals", Json.array(refusals(device), row -> DeadLetterJson.row(row, zone)))
                .put(
                        "suggested",
                        new JsonObject()
                                .put("id", suggestions.id())
                                .put("enterprise", enterprise == null ? null : parks.named(enterprise))
                                .put("keys", keys));
    }

    /** The newest that this sender was told of it; others may name devices so, too. */
    private List<StoredDeadLetter> refusals(WaitingDevice device) {
        Device registered = json.registered(device);
        Set<String> names = new HashSet<>(Set.of(device.deviceId()));
        if (registered != null) {
            names.add(registered.id());
        }
        return deadLetters.list(names, null, null, LOOKED_THROUGH).stream()
                .filter(row -> row.letter().sender().equals(device.sender().name()))
                .limit(REFUSALS)
                .toList();
    }

    /** By the one gate of the registry; what waits comes in as soon as the points are in force. */
    Reply claim(Question question) {
        question.allow("dryRun");
        return carryOut(question, ClaimRequest.one(question, find(question), parks.registry(), changes.newest()));
    }

    /** Several at once: one change, one review, one way back. */
    Reply claimSeveral(Question question) {
        question.allow("dryRun");
        return carryOut(question, ClaimRequest.several(question, this::find, parks.registry(), changes.newest()));
    }

    private Reply carryOut(Question question, ClaimRequest claim) {
        EditResult result = changes.result(question, claim.edits());
        if (result.applied()) {
            claim.devices()
                    .forEach(device -> note(
                            question,
                            AuditAction.DEVICE_CLAIMED,
                            device.waiting(),
                            claim.edits().reason()));
        }
        JsonArray claimed = Json.array(claim.devices(), device -> new JsonObject()
                .put("unknown", Long.toString(device.waiting().id()))
                .put("device", device.id())
                .put("points", new JsonArray(device.pointIds())));
        return Reply.of(
                ChangeAnswers.status(result),
                changes.json(claim.edits(), result).put("claimed", claimed),
                result.number());
    }

    JsonObject discard(Question question) {
        question.allow();
        WaitingDevice device = find(question);
        String reason = new RequestBody(question, "reason").reason();
        Discard discard = new Discard(clock.millis(), Objects.requireNonNull(question.caller()), reason);
        if (quarantine.discard(device.id(), discard)) {
            note(question, AuditAction.DEVICE_DISCARDED, device, reason);
        }
        return withReview(find(question));
    }

    JsonObject restore(Question question) {
        question.allow();
        WaitingDevice device = find(question);
        String reason = new RequestBody(question, "reason").reason();
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
        return find(question.id());
    }

    private WaitingDevice find(String id) {
        // Asked of whatever is sent: what is another's takes no longer than what there is not.
        return quarantine
                .device(id.matches("\\d{1,18}") ? Long.parseLong(id) : NO_DEVICE)
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有待认领设备 \"" + id + "\"，或已被认领；现有的见 /api/v1/quarantine",
                        "unknown device \"" + id
                                + "\" does not wait, or was claimed; /api/v1/quarantine lists those that" + " do")));
    }
}
