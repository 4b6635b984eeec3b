package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.DeviceStanding;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.live.LiveState;
import io.greenpark.park.registry.Device;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Devices with their last message, last refusal, and how old their newest data are. Which of them are silent, the cases say: the
 * time since the last message alone knows nothing of doors that were shut.
 */
final class DeviceAnswer implements Api.Answer {
    private final ConsoleSources sources;
    private final Parks parks;
    private final Clock clock;

    DeviceAnswer(ConsoleSources sources, Parks parks, Clock clock) {
        this.sources = sources;
        this.parks = parks;
        this.clock = clock;
    }

    @Override
    public JsonObject to(Question question) {
        question.allow();
        Map<String, LiveState.Sign> signs = SubjectOverview.signs(sources.books());
        Map<String, DeadLetters.StoredDeadLetter> refusals =
                sources.deadLetters().lastPerDevice();
        Map<String, DeviceStanding> standings = sources.cases().standings();
        DataAges ages = DataAges.of(sources, clock.instant());
        return new JsonObject()
                .put("devices", Json.array(parks.registry().facts().devices(), d -> device(
                                d, signs.get(d.id()), refusals.get(d.id()))
                        .put("state", state(d, signs.get(d.id()), standings.get(d.id())))
                        .put("data", ages.of(d, parks.zoneOf(d.enterpriseId())))));
    }

    private JsonObject device(Device d, LiveState.@Nullable Sign sign, DeadLetters.@Nullable StoredDeadLetter refusal) {
        ZoneId zone = parks.zoneOf(d.enterpriseId());
        Long quietMs = sign == null ? null : Long.valueOf(clock.millis() - sign.arrivalMs());
        return new JsonObject()
                .put("id", d.id())
                .put("name", Json.name(d.name()))
                .put("enterprise", parks.named(d.enterpriseId()))
                .put("gateway", d.gatewayId())
                .put("silenceAfterSeconds", d.silenceAfter().toSeconds())
                .put("silentForSeconds", quietMs == null ? null : Long.valueOf(Math.max(0, quietMs / 1_000)))
                .put("lagSeconds", sign == null ? null : Long.valueOf((sign.arrivalMs() - sign.timeMs()) / 1_000))
                .put("lastMessage", sign == null ? null : message(sign, zone))
                .put("lastRefusal", refusal == null ? null : refusal(refusal, zone));
    }

    private String state(Device d, LiveState.@Nullable Sign sign, @Nullable DeviceStanding standing) {
        if (!parks.registry().inUse(d.id(), clock.instant())) {
            return "ENDED";
        }
        if (standing != null) {
            return standing.name();
        }
        return sign == null ? "NEVER" : "TALKING";
    }

    private static JsonObject message(LiveState.Sign sign, ZoneId zone) {
        return new JsonObject()
                .put("arrival", Json.time(sign.arrivalMs(), zone))
                .put("time", Json.time(sign.timeMs(), zone))
                .put("door", sign.door().code());
    }

    static JsonObject refusal(DeadLetters.StoredDeadLetter row, ZoneId zone) {
        return new JsonObject()
                .put("at", Json.time(row.letter().arrivalMs(), zone))
                .put("reason", row.letter().reason().code())
                .put("reasonText", DeadLetterAnswer.words(row.letter().reason()))
                .put("detail", row.letter().detail().en())
                .put("detailText", Json.words(row.letter().detail()))
                .put("count", row.count());
    }
}
