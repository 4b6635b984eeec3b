package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.accounting.intensity.AwaitedCorrection;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.objection.desk.Effects.Time;
import io.greenpark.objection.desk.Involvement.Involved;
import io.greenpark.objection.desk.ObjectionDesk;
import io.greenpark.objection.desk.ObjectionDesk.Decider;
import io.greenpark.objection.desk.ObjectionDesk.Done;
import io.greenpark.objection.desk.ObjectionDesk.Filing;
import io.greenpark.objection.desk.ObjectionDesk.Ruling;
import io.greenpark.objection.form.Correction;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.objection.form.ThingKind;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Objections: a list, one of them, and the steps of the enterprise and of whoever decides. */
final class ObjectionAnswers {
    private static final int LONGEST = 2_000;
    private static final int LONGEST_REFERENCE = 200;

    private final Parks parks;
    private final Scope scope;
    private final ObjectionDesk desk;
    private final Cases cases;
    private final AuditLog audit;
    private final ObjectionDeciders deciders;
    private final ObjectionJson json;
    private final Clock clock;

    ObjectionAnswers(ConsoleSources sources, Scope scope, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.scope = scope;
        this.desk = sources.objections();
        this.cases = sources.cases();
        this.audit = sources.audit();
        this.deciders = new ObjectionDeciders(sources.identities().accounts(), parks.registry());
        this.json = new ObjectionJson(parks, sources.identities().accounts());
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, "park", "enterprise", "state", "kind", "overdue");
        question.oneOf("enterprise", "park");
        Instant now = clock.instant();
        Optional<String> park = question.text("park").map(id -> parks.park(id).id());
        Optional<String> enterprise =
                question.text("enterprise").map(id -> parks.enterprise(id).id());
        Set<ThingKind> kinds = question.choices("kind", ThingKind.class).orElse(EnumSet.allOf(ThingKind.class));
        Set<ObjectionState> states =
                question.choices("state", ObjectionState.class).orElse(EnumSet.allOf(ObjectionState.class));
        boolean overdue = question.flag("overdue");
        List<ObjectionRow> all = desk.in(EnumSet.allOf(ObjectionState.class)).stream()
                .filter(one -> isSeen(one) && kinds.contains(one.thing().kind()))
                .filter(one -> enterprise.isEmpty() || enterprise.get().equals(one.enterpriseId()))
                .filter(one -> park.isEmpty() || park.equals(parkOf(one)))
                .map(one -> ObjectionRow.of(one, parks, now))
                .toList();
        List<ObjectionRow> rows = all.stream()
                .filter(row -> states.contains(row.objection().state()) && (row.overdue() || !overdue))
                .toList();
        Listing<ObjectionRow> listing = new Listing<>(
                new Bilingual("企业异议", "Objections"),
                ObjectionRow.columns(),
                row -> row.objection().number(),
                rows);
        boolean staff = CaseStaff.isStaff(question.viewer());
        JsonObject about = new JsonObject()
                .put("states", counts(all))
                .put("overdue", all.stream().filter(ObjectionRow::overdue).count());
        return new TableReply(question, clock, parks.districtZone())
                .of(listing, "greenpark-objections", about, row -> json.of(row, staff));
    }

    private static JsonObject counts(List<ObjectionRow> rows) {
        Map<ObjectionState, Long> counts = new EnumMap<>(ObjectionState.class);
        for (ObjectionState state : ObjectionState.values()) {
            counts.put(state, 0L);
        }
        rows.forEach(row -> counts.merge(row.objection().state(), 1L, Long::sum));
        JsonObject json = new JsonObject();
        counts.forEach((state, count) -> json.put(state.name(), count));
        return json;
    }

    private boolean isSeen(Objection one) {
        return scope.has(Subject.enterprise(one.enterpriseId()), parks.registry());
    }

    private Optional<String> parkOf(Objection one) {
        return parks.registry().enterprise(one.enterpriseId()).map(Enterprise::parkId);
    }

    JsonObject one(Question question) {
        question.allow();
        return whole(question, find(question));
    }

    private Objection find(Question question) {
        return desk.find(question.id()).filter(this::isSeen).orElseThrow(() -> ObjectionTexts.unknown(question.id()));
    }

    private JsonObject whole(Question question, Objection one) {
        Viewer viewer = question.viewer();
        boolean staff = CaseStaff.isStaff(viewer);
        List<Involved> involved = staff ? desk.involved(one) : List.of();
        boolean officer = deciders.isOfficerOf(viewer, one.enterpriseId());
        boolean free = involved.stream()
                .noneMatch(
                        each -> each.who().equals(viewer.person()) || each.who().equals(viewer.account()));
        boolean own = isOwn(viewer, one);
        AwaitedCorrection awaited = desk.correction(one.number()).orElse(null);
        return json.whole(
                ObjectionRow.of(one, parks, clock.instant()),
                staff,
                desk.steps(one.number()),
                involved,
                one.isOpen() ? desk.time(one).orElse(null) : null,
                officer && one.isOpen() ? deciders.left(one.enterpriseId(), involved) : null,
                awaited,
                ObjectionJson.may(
                        one.isOpen() && officer && free,
                        one.isOpen() && own,
                        one.isOpen() && (own || officer),
                        officer && awaited != null && awaited.end() == null));
    }

    private boolean isOwn(Viewer viewer, Objection one) {
        return viewer.scopeOf(EnumSet.of(Role.ENTERPRISE_CONTACT))
                .filter(part -> part.has(Subject.enterprise(one.enterpriseId()), parks.registry()))
                .isPresent();
    }

    JsonObject file(Question question) {
        question.allow();
        Enterprise enterprise = parks.enterprise(question.id());
        requirePerson(question);
        RequestBody asked = new RequestBody(question, "kind", "id", "step", "from", "to", "month", "year", "reason");
        String reason = asked.reason();
        ObjectionThings.Named named =
                new ObjectionThings(parks.registry(), cases, enterprise, clock.instant()).of(asked);
        Done done = desk.file(new Filing(
                enterprise.id(),
                named.thing(),
                named.name(),
                reason,
                question.viewer().person()));
        return told(question, done, AuditAction.OBJECTION_FILED, reason, "");
    }

    JsonObject withdraw(Question question) {
        question.allow();
        Objection one = find(question);
        requirePerson(question);
        RequestBody asked = new RequestBody(question, "version", "words");
        String words = words(asked, "words").orElse(null);
        Done done = desk.withdraw(
                one.number(), asked.version(), words, question.viewer().person());
        return told(question, done, AuditAction.OBJECTION_WITHDRAWN, words, one.number());
    }

    JsonObject decide(Question question) {
        question.allow();
        Objection one = find(question);
        requirePerson(question);
        RequestBody asked = new RequestBody(
                question, "version", "verdict", "words", "basis", "from", "to", "correction", "reference");
        ZoneId zone = parks.zoneOf(one.enterpriseId());
        Ruling ruling = new Ruling(
                verdict(asked.text("verdict")),
                needed(asked, "words"),
                needed(asked, "basis"),
                part(asked, zone),
                correction(asked));
        Viewer by = question.viewer();
        Done done = desk.decide(one.number(), asked.version(), new Decider(by.person(), by.account()), ruling);
        return told(question, done, AuditAction.OBJECTION_DECIDED, ruling.words(), one.number());
    }

    /** Somebody of the office says that what a month awaited has come in. */
    JsonObject correct(Question question) {
        question.allow();
        Objection one = find(question);
        requirePerson(question);
        String words = new RequestBody(question, "reason").reason();
        Done done = desk.correct(one.number(), words, question.viewer().person());
        return told(question, done, AuditAction.OBJECTION_CORRECTED, words, one.number());
    }

    /** What puts a month right; null where nothing is said of that. */
    private static @Nullable Correction correction(RequestBody asked) {
        Optional<String> code = asked.textOrNull("correction");
        Optional<String> reference = asked.textOrNull("reference", LONGEST_REFERENCE);
        if (code.isEmpty()) {
            return null;
        }
        AwaitedCorrection.Kind kind = Arrays.stream(AwaitedCorrection.Kind.values())
                .filter(each -> EnumCode.of(each).equals(code.get()))
                .findFirst()
                .orElseThrow(() -> noCorrection(code.get()));
        if (reference.isEmpty() && kind != AwaitedCorrection.Kind.OPEN) {
            throw RequestBody.wrong(
                    "reference",
                    "须填写是哪一份（账单号、报表名称、读数时间）；尚不清楚的，correction 填 open",
                    "must say which one it is (number of the bill, name of the report, time of the readings); where that is not known yet, correction is open");
        }
        return new Correction(kind, reference.orElse(null));
    }

    private static Problem noCorrection(String code) {
        String codes =
                Arrays.stream(AwaitedCorrection.Kind.values()).map(EnumCode::of).collect(Collectors.joining(", "));
        return RequestBody.wrong(
                "correction", "的值 \"" + code + "\" 不可用；可用的有 " + codes, "\"" + code + "\" is not one of " + codes);
    }

    private static ObjectionState verdict(String code) {
        return switch (code) {
            case "upheld" -> ObjectionState.UPHELD;
            case "partly" -> ObjectionState.PARTLY;
            case "rejected" -> ObjectionState.REJECTED;
            default ->
                throw RequestBody.wrong("verdict", "须为 upheld、partly 或 rejected", "must be upheld, partly or rejected");
        };
    }

    private static @Nullable Time part(RequestBody asked, ZoneId zone) {
        Optional<Instant> from = asked.textOrNull("from").map(text -> Dates.instant("from", text, zone));
        Optional<Instant> to = asked.textOrNull("to").map(text -> Dates.instant("to", text, zone));
        if (from.isPresent() != to.isPresent()) {
            throw RequestBody.wrong(
                    from.isPresent() ? "to" : "from", "须与另一端一并填写", "is needed with the other end of the time");
        }
        return from.isEmpty() ? null : new Time(from.get(), to.orElseThrow());
    }

    private static String needed(RequestBody asked, String name) {
        asked.text(name);
        return words(asked, name).orElseThrow();
    }

    private static Optional<String> words(RequestBody asked, String name) {
        Optional<String> words = asked.textOrNull(name);
        if (words.filter(text -> text.length() > LONGEST).isPresent()) {
            throw RequestBody.wrong(name, "最多 2000 个字符", "has at most 2000 characters");
        }
        return words;
    }

    /** A program has no part of its own that it could be in or out of. */
    private static void requirePerson(Question question) {
        if (Objects.requireNonNull(question.who()).method() == Caller.AuthMethod.TOKEN) {
            throw Problem.forbidden(
                    new Bilingual(
                            "异议的提出、撤回和决定须由人员登录后进行，不能使用密钥",
                            "objections are filed, withdrawn and decided by people who are signed in, not by keys of programs"));
        }
    }

    private JsonObject told(Question question, Done done, AuditAction action, @Nullable String because, String number) {
        if (done.refusal() != null) {
            throw ObjectionTexts.problem(done.refusal(), done, number);
        }
        Objection now = Objects.requireNonNull(done.now());
        audit.append(question.draft(action).on("objection", now.number()).because(because));
        return whole(question, now);
    }
}
