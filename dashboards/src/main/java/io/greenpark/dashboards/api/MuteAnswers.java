package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.mute.Mute;
import io.greenpark.alerts.mute.MuteDesk;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Times in which nobody is told of the cases of something: those of what lies in the asker's part of the district. */
final class MuteAnswers {
    private static final Duration PAST = Duration.ofDays(31);
    private static final int MOST = 1_000;
    private static final String[] ONE = {"enterprise", "outlet", "device"};

    private final RegistrySource registry;
    private final Scope scope;
    private final Parks parks;
    private final MuteDesk desk;
    private final AuditLog audit;
    private final Clock clock;

    MuteAnswers(ConsoleSources sources, Scope scope, Clock clock) {
        this.registry = sources.registry();
        this.scope = scope;
        this.parks = new Parks(sources.registry());
        this.desk = new MuteDesk(sources.books(), clock);
        this.audit = sources.audit();
        this.clock = clock;
    }

    JsonObject list(Question question) {
        question.allow(ONE);
        Registry seen = registry.current();
        Set<Mute.Target> covering = question.oneOf(ONE)
                .map(one -> covering(one, question.text(one).orElseThrow()))
                .orElse(null);
        List<Mute> mutes = desk.list(PAST, MOST).stream()
                .filter(m -> isSeen(seen, m) && (covering == null || covering.contains(m.target())))
                .toList();
        return new JsonObject().put("rows", Json.array(mutes, this::json));
    }

    /** What a mute has to be about to cover one thing as a whole: that thing, or what it lies in. */
    private Set<Mute.Target> covering(String kind, String id) {
        Set<Mute.Target> covering = new HashSet<>();
        Enterprise owner =
                switch (kind) {
                    case "outlet" -> {
                        covering.add(new Mute.Target(Mute.Scope.OUTLET, id));
                        yield parks.enterprise(parks.outlet(id).enterpriseId());
                    }
                    case "device" -> {
                        covering.add(new Mute.Target(Mute.Scope.DEVICE, id));
                        yield parks.enterprise(parks.device(id).enterpriseId());
                    }
                    default -> parks.enterprise(id);
                };
        covering.add(new Mute.Target(Mute.Scope.ENTERPRISE, owner.id()));
        covering.add(new Mute.Target(Mute.Scope.PARK, owner.parkId()));
        covering.add(
                new Mute.Target(Mute.Scope.DISTRICT, registry.current().facts().districtId()));
        return covering;
    }

    private boolean isSeen(Registry seen, Mute mute) {
        return mute.target().scope() == Mute.Scope.DISTRICT
                ? scope.district()
                : mute.target().subject(seen).isPresent();
    }

    private JsonObject json(Mute m) {
        Instant now = clock.instant();
        ZoneId zone = parks.districtZone();
        return new JsonObject()
                .put("id", m.id())
                .put("kind", EnumCode.of(m.kind()))
                .put("scope", EnumCode.of(m.target().scope()))
                .put("target", m.target().id())
                .put("name", Json.name(name(m.target())))
                .put(
                        "rules",
                        Json.array(
                                m.rules().stream()
                                        .sorted(Comparator.naturalOrder())
                                        .toList(),
                                Case.Rule::code))
                .put("from", Json.time(m.from(), zone))
                .put("to", Json.time(m.to(), zone))
                .put("owner", m.owner())
                .put("reason", m.reason())
                .put("ended", Json.time(m.ended(), zone))
                .put("endedBy", m.endedBy())
                .put("holds", m.holds(now))
                .put("over", !m.until().isAfter(now));
    }

    private Bilingual name(Mute.Target target) {
        Registry seen = registry.current();
        Bilingual id = Bilingual.same(target.id());
        return switch (target.scope()) {
            case DISTRICT, PARK, ENTERPRISE ->
                target.subject(seen).map(subject -> subject.name(seen)).orElse(id);
            case OUTLET -> seen.outlet(target.id()).map(o -> o.name()).orElse(id);
            case DEVICE -> seen.device(target.id()).map(d -> d.name()).orElse(id);
        };
    }

    JsonObject add(Question question) {
        question.allow();
        RequestBody asked = new RequestBody(question, "kind", "scope", "target", "rules", "from", "to", "reason");
        Mute.Kind kind = asked.constant("kind", Mute.Kind.class);
        Mute.Scope about = asked.constant("scope", Mute.Scope.class);
        // There is one district, so that nobody has to know its id.
        String id = about == Mute.Scope.DISTRICT
                ? asked.textOrNull("target").orElse(registry.current().facts().districtId())
                : asked.text("target");
        Mute.Target target = new Mute.Target(about, id);
        if (!mayMute(target)) {
            throw RequestBody.wrong(
                    "target",
                    "\"" + target.id() + "\" 不在登记册中；请填写已登记的编号",
                    "\"" + target.id() + "\" is not in the registry; give the id of something that is");
        }
        Set<Case.Rule> rules = asked.constants("rules", Case.Rule.class, Case.Rule::code);
        ZoneId zone = parks.districtZone();
        Instant from = Dates.instant("from", asked.text("from"), zone);
        Instant to = Dates.instant("to", asked.text("to"), zone);
        desk.fault(from, to).ifPresent(fault -> {
            throw Problem.badRequest(words(fault));
        });
        String reason = asked.reason();
        Mute made = desk.add(kind, target, rules, from, to, question.viewer().account(), reason);
        audit.append(question.draft(AuditAction.CASES_MUTED)
                .on("mute", Long.toString(made.id()))
                .change(null, RecordedState.of(json(made)))
                .because(reason));
        return json(made);
    }

    /** Of what lies in one's part as a whole: an outlet or device by its own or its enterprise's name. */
    private boolean mayMute(Mute.Target target) {
        Registry seen = registry.current();
        return switch (target.scope()) {
            case DISTRICT -> scope.district() && target.subject(seen).isPresent();
            case PARK ->
                (scope.district() || scope.parks().contains(target.id()))
                        && target.subject(seen).isPresent();
            case ENTERPRISE, OUTLET, DEVICE -> target.subject(seen).isPresent();
        };
    }

    private static Bilingual words(MuteDesk.Fault fault) {
        return switch (fault) {
            case ENDS_TOO_EARLY ->
                new Bilingual("\"to\" 须晚于 \"from\"，且晚于现在", "\"to\" must be later than \"from\" and than now");
            case TOO_LONG ->
                new Bilingual(
                        "最长 " + MuteDesk.LONGEST.toDays() + " 天；更长的请到期后再次登记",
                        "at most " + MuteDesk.LONGEST.toDays() + " days; enter it anew for longer");
            case BEGAN_TOO_LONG_AGO ->
                new Bilingual("\"from\" 最早为一天以前：已推送的不能收回", "\"from\" is at most a day ago: what was told stays told");
        };
    }

    JsonObject end(Question question) {
        question.allow();
        Registry seen = registry.current();
        Optional<Mute> found =
                id(question.id()).flatMap(desk::find).filter(m -> isSeen(seen, m) && mayMute(m.target()));
        Mute before = found.orElseThrow(() -> Problem.notFound(new Bilingual(
                "没有静默 \"" + question.id() + "\"；现有的见 /api/v1/mutes",
                "mute \"" + question.id() + "\" does not exist; /api/v1/mutes lists them")));
        Mute ended = desk.end(before.id(), question.viewer().person()).orElse(before);
        if (ended.ended() != null && before.ended() == null) {
            audit.append(question.draft(AuditAction.MUTE_ENDED)
                    .on("mute", Long.toString(ended.id()))
                    .change(RecordedState.of(json(before)), RecordedState.of(json(ended))));
        }
        return json(ended);
    }

    private static Optional<Long> id(String text) {
        return text.matches("[0-9]{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
