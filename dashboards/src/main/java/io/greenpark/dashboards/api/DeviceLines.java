package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.DeviceStanding;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.deadletter.DeadLetters.StoredDeadLetter;
import io.greenpark.park.live.LiveState;
import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Devices at one moment: their last messages and refusals, and how old their newest data are, each read at once. */
final class DeviceLines {
    private final Parks parks;
    private final Map<String, LiveState.Sign> signs;
    private final Map<String, StoredDeadLetter> refusals;
    private final Map<String, DeviceStanding> standings;
    private final DataAges ages;
    private final Instant now;

    DeviceLines(ConsoleSources sources, Parks parks, Instant now) {
        this.parks = parks;
        this.signs = SubjectOverview.signs(sources.books());
        this.refusals = sources.deadLetters().lastPerDevice();
        this.standings = sources.cases().standings();
        this.ages = DataAges.of(sources, now);
        this.now = now;
    }

    List<DeviceLine> of(List<Device> devices) {
        return devices.stream().map(this::of).toList();
    }

    DeviceLine of(Device d) {
        Registry registry = parks.registry();
        LiveState.Sign sign = signs.get(d.id());
        return new DeviceLine(
                d,
                DeviceLine.State.of(registry.inUse(d.id(), now), sign, standings.get(d.id())),
                sign,
                refusals.get(d.id()),
                parks.zoneOf(d.enterpriseId()));
    }

    /** Whether it sends, but its data stand still or are old; what is silent is told of as that. */
    boolean isLate(DeviceLine line) {
        return line.state() == DeviceLine.State.TALKING && ages.isLate(line.device());
    }

    DataAges ages() {
        return ages;
    }

    JsonObject json(DeviceLine line) {
        Device d = line.device();
        LiveState.Sign sign = line.sign();
        StoredDeadLetter refusal = line.refusal();
        return new JsonObject()
                .put("id", d.id())
                .put("name", Json.name(d.name()))
                .put("enterprise", parks.named(d.enterpriseId()))
                .put("gateway", d.gatewayId())
                .put("sentAs", d.sentAs())
                .put("gatewayName", gatewayName(d).map(Json::name).orElse(null))
                .put("silenceAfterSeconds", d.silenceAfter().toSeconds())
                .put("silentForSeconds", line.silentForSeconds(now))
                .put("lagSeconds", sign == null ? null : Long.valueOf((sign.arrivalMs() - sign.timeMs()) / 1_000))
                .put("lastMessage", sign == null ? null : message(sign, line.zone()))
                .put("lastRefusal", refusal == null ? null : DeadLetterJson.last(refusal, line.zone()))
                .put("state", line.state().name())
                .put("acceptance", acceptance(d, line.zone()))
                .put("data", ages.of(d, line.zone()));
    }

    private JsonObject acceptance(Device d, ZoneId zone) {
        Acceptance of = d.acceptance();
        Instant since = of.waitingSince().orElse(null);
        Instant accepted = of.at(now)
                .filter(stage -> stage.state() == Acceptance.State.ACCEPTED && since == null)
                .map(Acceptance.Stage::from)
                .filter(from -> !from.equals(Acceptance.EVER))
                .orElse(null);
        return new JsonObject()
                .put("pending", since != null)
                .put("acceptedSince", Json.time(accepted, zone))
                .put("since", Acceptance.EVER.equals(since) ? null : Json.time(since, zone))
                .put("sheet", of.at(now).map(Acceptance.Stage::sheet).orElse(null));
    }

    Optional<Bilingual> gatewayName(Device d) {
        return Optional.ofNullable(d.gatewayId())
                .flatMap(parks.registry()::gateway)
                .map(Gateway::name);
    }

    private static JsonObject message(LiveState.Sign sign, ZoneId zone) {
        return new JsonObject()
                .put("arrival", Json.time(sign.arrivalMs(), zone))
                .put("time", Json.time(sign.timeMs(), zone))
                .put("door", sign.door().code());
    }
}
