package io.greenpark.dashboards.api;

import io.greenpark.alerts.bounce.BounceCounts;
import io.greenpark.alerts.cases.Case;
import io.greenpark.influx.RefusedPoints;
import io.greenpark.operations.status.BooksCounts;
import io.greenpark.operations.status.CanaryStatus;
import io.greenpark.operations.status.Exposure;
import io.greenpark.operations.status.HttpTraffic;
import io.greenpark.operations.status.IntakeStatus;
import io.greenpark.operations.status.IntakeStatus.DoorTraffic;
import io.greenpark.operations.status.Operations;
import io.greenpark.operations.status.OperationsSnapshot;
import io.greenpark.operations.status.QuarantineCounts;
import io.greenpark.operations.status.Trouble;
import io.greenpark.operations.status.Troubles;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.commit.Distribution;
import io.greenpark.store.log.LogStatus;
import io.greenpark.store.loop.LoopStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of the platform itself: what the operations page shows. */
final class OperationsAnswer implements Api.Answer {
    private static final double NANOS_PER_MS = 1_000_000;

    private final Operations operations;

    OperationsAnswer(Operations operations) {
        this.operations = operations;
    }

    @Override
    public JsonObject to(Question question) {
        question.allow();
        OperationsSnapshot snapshot = operations.snapshot();
        Troubles troubles = snapshot.troubles();
        BooksCounts counts = snapshot.counts();
        return new JsonObject()
                .put("time", Json.time(snapshot.at(), Json.PLATFORM_ZONE))
                .put("versions", new JsonObject(Map.copyOf(snapshot.versions())))
                .put("live", troubles.stuck().isEmpty())
                .put("ready", troubles.notReady().isEmpty())
                .put("troubles", troubles(troubles.stuck(), troubles.notReady(), troubles.degraded()))
                .put("exposures", Json.array(snapshot.exposures(), OperationsAnswer::exposure))
                .put("doors", Json.array(snapshot.doors(), HealthAnswer::door))
                .put("http", http(snapshot.http()))
                .put("intake", intake(snapshot.intake()))
                .put("readers", Json.array(snapshot.readers(), r -> reader(r, counts.missed())))
                .put("log", log(snapshot.log()))
                .put("influxRefused", Json.array(counts.refusedPoints().newest(), OperationsAnswer::refused))
                .put(
                        "outbox",
                        new JsonObject()
                                .put("pending", counts.outbox().pending())
                                .put("givenUp", counts.outbox().givenUp()))
                .put("bounces", Json.array(BounceCounts.CODES, code -> bounces(code, counts.bounces())))
                .put("openCases", openCases(counts.openCases()))
                .put("quarantine", quarantine(snapshot.quarantine()))
                .put("canary", canary(snapshot.canary()))
                .put("disk", DiskJson.of(snapshot.disk()));
    }

    private static JsonObject bounces(String code, BounceCounts counts) {
        BounceCounts.Count count = counts.mails().get(code);
        return new JsonObject()
                .put("kind", code)
                .put("mails", counts.of(code))
                .put("last", count == null ? null : Json.time(count.last(), Json.PLATFORM_ZONE));
    }

    @SafeVarargs
    private static JsonArray troubles(List<Trouble>... lists) {
        JsonArray all = new JsonArray();
        for (List<Trouble> list : lists) {
            list.forEach(t -> all.add(HealthProbes.trouble(t, true)));
        }
        return all;
    }

    private static JsonObject exposure(Exposure exposure) {
        Exposure.Kind kind = exposure.kind();
        return new JsonObject()
                .put("code", kind.code())
                .put("text", Json.name(new Bilingual(kind.chinese(), kind.english())))
                .put("detail", Json.name(exposure.detail()));
    }

    private static JsonObject http(HttpTraffic http) {
        HttpTraffic.Connections connections = http.connections();
        return new JsonObject()
                .put("connections", connections.open())
                .put("limit", connections.most())
                .put("evicted", connections.evicted())
                .put("late", connections.late())
                .put("refused", connections.refused())
                .put("signInsAccepted", http.signIns().accepted())
                .put("signInsRejected", http.signIns().rejected())
                .put("signInsThrottled", http.signIns().throttled());
    }

    private static JsonObject intake(IntakeStatus intake) {
        return new JsonObject()
                .put("inFlight", intake.inFlight())
                .put("limit", intake.limit())
                .put("trouble", intake.trouble())
                .put("doors", Json.array(intake.doors(), OperationsAnswer::traffic));
    }

    private static JsonObject traffic(DoorTraffic door) {
        JsonArray refusals = new JsonArray();
        for (RejectReason reason : RejectReason.values()) {
            refusals.add(new JsonObject()
                    .put("reason", reason.code())
                    .put("text", Json.name(reason.text()))
                    .put("count", door.refusals().getOrDefault(reason, 0L)));
        }
        return new JsonObject()
                .put("door", door.door())
                .put("messages", door.messages())
                .put("readings", door.readings())
                .put("refusals", refusals);
    }

    private static JsonObject reader(LoopStatus reader, Map<String, Long> missed) {
        return HealthAnswer.reader(reader)
                .put("failures", reader.failures())
                .put("running", reader.running())
                .put("missed", missed.getOrDefault(reader.name(), 0L));
    }

    private static JsonObject log(LogStatus log) {
        return new JsonObject()
                .put("trouble", log.trouble())
                .put("readings", log.readings())
                .put("damagedRows", log.damagedRows())
                .put("failedCommits", log.failedCommits())
                .put("commits", log.commitNanos().count())
                .put("commitMsP50", millis(log.commitNanos(), 0.5))
                .put("commitMsP99", millis(log.commitNanos(), 0.99))
                .put("commitReadingsP50", log.commitReadings().atMost(0.5))
                .put("commitReadingsP99", log.commitReadings().atMost(0.99));
    }

    private static @Nullable Double millis(Distribution nanos, double share) {
        Long bound = nanos.atMost(share);
        return bound == null ? null : bound / NANOS_PER_MS;
    }

    private static JsonObject refused(RefusedPoints.RefusedSeries row) {
        return new JsonObject()
                .put("series", row.series())
                .put("reason", row.reason().code())
                .put("reasonText", Json.name(row.reason().text()))
                .put("count", row.count())
                .put("line", row.line())
                .put("words", row.words())
                .put("last", Json.time(row.seenMs(), Json.PLATFORM_ZONE));
    }

    private static JsonObject openCases(Map<Case.Rule, Long> open) {
        JsonObject json = new JsonObject();
        for (Case.Rule rule : Case.Rule.values()) {
            json.put(rule.code(), open.getOrDefault(rule, 0L));
        }
        return json;
    }

    private static JsonObject quarantine(QuarantineCounts counts) {
        return new JsonObject()
                .put("devices", counts.devices())
                .put("readings", counts.readings())
                .put("dropped", counts.dropped())
                .put("discarded", counts.discarded());
    }

    private static @Nullable JsonObject canary(@Nullable CanaryStatus canary) {
        if (canary == null) {
            return null;
        }
        JsonObject stages = new JsonObject();
        for (CanaryStatus.Stage stage : CanaryStatus.Stage.values()) {
            Duration took = canary.stages().get(stage);
            if (took != null) {
                stages.put(stage.code(), took.toMillis());
            }
        }
        return new JsonObject()
                .put("everySeconds", canary.every().toSeconds())
                .put("withinSeconds", canary.within().toSeconds())
                .put("sent", canary.sent())
                .put("arrived", canary.arrived())
                .put("missing", canary.missing())
                .put("lastSent", Json.time(canary.lastSent(), Json.PLATFORM_ZONE))
                .put("lastArrived", Json.time(canary.lastArrived(), Json.PLATFORM_ZONE))
                .put("stagesMs", stages)
                .put("problem", canary.problem());
    }
}
