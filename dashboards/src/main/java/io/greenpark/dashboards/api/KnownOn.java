package io.greenpark.dashboards.api;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistryHistory.Change;
import io.greenpark.park.registry.RegistryHistory.Version;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * As of which change a question is answered: the newest, or the last that was committed before the end of a day.
 *
 * @param change its number; 0 where there was none yet
 * @param day the day asked for; null for now
 * @param zone where the day ends
 */
record KnownOn(long change, @Nullable LocalDate day, ZoneId zone) {
    private static final String PARAMETER = "asKnownOn";

    /** What a question about a document asks for; its day ends in the zone of the document's park. */
    static KnownOn document(Question question, RegistryHistory history, RegistrySource registry, DocumentKey key) {
        Optional<Version> newest = ShownDocuments.newest(history, key);
        return of(question, history, zone(registry.current(), key, newest));
    }

    /** What a question about many documents asks for; its day ends in the district's zone. */
    static KnownOn all(Question question, RegistryHistory history, RegistrySource registry) {
        return of(question, history, district(registry.current()));
    }

    private static KnownOn of(Question question, RegistryHistory history, ZoneId zone) {
        if (question.text(PARAMETER).isEmpty()) {
            return new KnownOn(history.newest(), null, zone);
        }
        LocalDate day = question.date(PARAMETER);
        long change = history.newestBefore(day.plusDays(1).atStartOfDay(zone).toInstant());
        return new KnownOn(change, day, zone);
    }

    private static ZoneId district(Registry registry) {
        return Subject.district(registry.facts().districtId()).time(registry).zone();
    }

    private static ZoneId zone(Registry registry, DocumentKey key, Optional<Version> version) {
        JsonObject document = version.map(v -> new JsonObject(v.json())).orElse(new JsonObject());
        Optional<Subject> subject =
                switch (key.kind()) {
                    case PARK -> Optional.of(Subject.park(key.id()));
                    case ENTERPRISE -> Optional.of(Subject.enterprise(key.id()));
                    case CLOSING ->
                        Optional.ofNullable(document.getString("park")).map(Subject::park);
                    case OUTLET, DEVICE, STATISTIC, BILL -> enterprise(document.getString("enterprise"));
                    case POINT -> ofDevice(registry, document.getString("device"));
                    case LIMIT -> ofPoint(registry, document.getString("point"));
                    case CONTACT, TARGET -> subject(document.getString("scope"), document.getString("subject"));
                    case DISTRICT, GATEWAY, COEFFICIENT_SET -> Optional.empty();
                };
        return subject.filter(s -> isKnown(registry, s))
                .map(s -> s.time(registry).zone())
                .orElse(district(registry));
    }

    private static boolean isKnown(Registry registry, Subject subject) {
        return subject.scope() == Subject.Scope.PARK
                ? registry.park(subject.id()).isPresent()
                : registry.enterprise(subject.id()).isPresent();
    }

    private static Optional<Subject> enterprise(@Nullable String id) {
        return Optional.ofNullable(id).map(Subject::enterprise);
    }

    private static Optional<Subject> ofDevice(Registry registry, @Nullable String id) {
        return Optional.ofNullable(id)
                .flatMap(registry::device)
                .map(Device::enterpriseId)
                .map(Subject::enterprise);
    }

    private static Optional<Subject> ofPoint(Registry registry, @Nullable String id) {
        return Optional.ofNullable(id)
                .flatMap(registry::point)
                .map(Point::enterpriseId)
                .map(Subject::enterprise);
    }

    private static Optional<Subject> subject(@Nullable String scope, @Nullable String id) {
        if (scope == null || id == null) {
            return Optional.empty();
        }
        return switch (scope) {
            case "enterprise" -> Optional.of(Subject.enterprise(id));
            case "park" -> Optional.of(Subject.park(id));
            default -> Optional.empty();
        };
    }

    /** As answers say it. */
    JsonObject json(RegistryHistory history) {
        Change committed = history.change(change).orElse(null);
        return new JsonObject()
                .put("change", change)
                .put("committedAt", committed == null ? null : Json.time(committed.committedAt(), zone))
                .put("asKnownOn", day == null ? null : day.toString())
                .put("zone", zone.getId());
    }

    /** In words, for refusals. Before what is not known then in Chinese, behind it in English. */
    Bilingual words() {
        if (day == null) {
            return Bilingual.same("");
        }
        String found = change == 0 ? "no change was" : "change " + change + ", the last";
        return new Bilingual(
                "按 " + day + " 当日所知（" + zone + " 当日结束前" + (change == 0 ? "尚无变更提交" : "最后提交的是变更 " + change) + "），",
                " as known on " + day + " (" + found + " committed before that day's end in " + zone + ")");
    }
}
