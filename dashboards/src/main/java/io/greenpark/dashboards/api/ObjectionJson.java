package io.greenpark.dashboards.api;

import io.greenpark.access.account.UserAccounts;
import io.greenpark.accounting.intensity.AwaitedCorrection;
import io.greenpark.objection.desk.Effects.Time;
import io.greenpark.objection.desk.Involvement.Involved;
import io.greenpark.objection.form.Ending;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.objection.form.ObjectionStep;
import io.greenpark.objection.form.Thing;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objections in JSON. People of the enterprise are told that the authority did something, and not who of it. */
final class ObjectionJson {
    /** Steps that are the office's own matter. */
    private static final Set<ObjectionStep.Kind> OF_OFFICE =
            EnumSet.of(ObjectionStep.Kind.REMINDED, ObjectionStep.Kind.OVERDUE);

    private final Parks parks;
    private final UserAccounts accounts;

    ObjectionJson(Parks parks, UserAccounts accounts) {
        this.parks = parks;
        this.accounts = accounts;
    }

    JsonObject of(ObjectionRow row, boolean staff) {
        Objection one = row.objection();
        ZoneId zone = row.zone();
        return new JsonObject()
                .put("number", one.number())
                .put("version", one.version())
                .put("enterprise", parks.named(one.enterpriseId()))
                .put("park", Json.name(row.park()))
                .put("kind", one.thing().kind().name())
                .put("thing", thing(one.thing(), zone))
                .put("name", Json.name(one.name()))
                .put("reason", one.reason())
                .put("filedAt", Json.time(one.filedAt(), zone))
                .put("filedBy", name(one.filedBy()))
                .put("dueOn", row.dueOn().toString())
                .put("overdue", row.overdue())
                .put("state", one.state().name())
                .put("stateText", Json.name(ObjectionTexts.of(one.state())))
                .put("ending", ending(one, zone, staff));
    }

    private static JsonObject thing(Thing thing, ZoneId zone) {
        return new JsonObject()
                .put("id", thing.id())
                .put("from", Json.time(thing.from(), zone))
                .put("to", Json.time(thing.to(), zone));
    }

    private @Nullable JsonObject ending(Objection one, ZoneId zone, boolean staff) {
        Ending ending = one.ending();
        if (ending == null) {
            return null;
        }
        boolean told = staff || one.state() == ObjectionState.WITHDRAWN;
        return new JsonObject()
                .put("at", Json.time(ending.at(), zone))
                .put("by", Json.name(told ? Bilingual.same(name(ending.by())) : CaseStaff.OFFICE))
                .put("words", ending.words())
                .put("basis", ending.basis())
                .put("from", Json.time(ending.from(), zone))
                .put("to", Json.time(ending.to(), zone));
    }

    /** @param involved empty where the reader is not told */
    JsonObject whole(
            ObjectionRow row,
            boolean staff,
            List<ObjectionStep> steps,
            List<Involved> involved,
            @Nullable Time time,
            @Nullable JsonObject deciders,
            @Nullable AwaitedCorrection awaited,
            JsonObject may) {
        Objection one = row.objection();
        return of(row, staff)
                .put(
                        "steps",
                        Json.array(
                                steps.stream()
                                        .filter(step -> staff || !OF_OFFICE.contains(step.kind()))
                                        .toList(),
                                step -> step(step, row.zone(), staff)))
                .put("involved", Json.array(involved, each -> new JsonObject()
                        .put("name", name(each.who()))
                        .put("part", each.part().name())
                        .put("text", Json.name(ObjectionTexts.of(each.part())))))
                .put(
                        "time",
                        time == null
                                ? null
                                : new JsonObject()
                                        .put("from", Json.time(time.from(), row.zone()))
                                        .put("to", Json.time(time.to(), row.zone())))
                .put("deciders", deciders)
                .put("correction", awaited == null ? null : correction(awaited, row.zone(), staff))
                .put("may", may)
                .put("edit", staff && one.state().isRight() ? edit(one.thing()) : null);
    }

    private JsonObject correction(AwaitedCorrection awaited, ZoneId zone, boolean staff) {
        AwaitedCorrection.End end = awaited.end();
        return new JsonObject()
                .put("kind", awaited.kind().name())
                .put("text", Json.name(ObjectionTexts.of(awaited.kind())))
                .put("reference", awaited.reference())
                .put("cameAt", end == null ? null : Json.time(end.at(), zone))
                .put("by", end == null ? null : Json.name(staff ? Bilingual.same(name(end.by())) : CaseStaff.OFFICE))
                .put("words", end == null ? null : end.why());
    }

    private JsonObject step(ObjectionStep step, ZoneId zone, boolean staff) {
        boolean enterprises = step.kind() == ObjectionStep.Kind.FILED || step.kind() == ObjectionStep.Kind.WITHDRAWN;
        return new JsonObject()
                .put("number", step.number())
                .put("at", Json.time(step.at(), zone))
                .put("kind", step.kind().name())
                .put("by", Json.name(staff || enterprises ? Bilingual.same(name(step.who())) : CaseStaff.OFFICE))
                .put("words", step.words());
    }

    /** The document of the registry by whose edit it is put right; null where none is to be. */
    private static @Nullable JsonObject edit(Thing thing) {
        return switch (thing.kind()) {
            case LIMIT -> document(DocumentKind.LIMIT, thing.id());
            case TARGET -> document(DocumentKind.TARGET, thing.id());
            case CLASS -> document(DocumentKind.ENTERPRISE, thing.classOf());
            case MEAN, ENERGY, INTENSITY, CASE -> null;
        };
    }

    private static JsonObject document(DocumentKind kind, String id) {
        return new JsonObject().put("kind", kind.code()).put("id", id);
    }

    private String name(String who) {
        return accounts.find(who).map(a -> a.person().fullName()).orElse(who);
    }

    static JsonObject may(boolean decide, boolean withdraw, boolean attach, boolean correct) {
        return new JsonObject()
                .put("decide", decide)
                .put("withdraw", withdraw)
                .put("attach", attach)
                .put("correct", correct);
    }
}
