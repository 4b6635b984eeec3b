package io.greenpark.objection.desk;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CaseRemark;
import io.greenpark.alerts.cases.CaseRemarks;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.objection.form.Thing;
import io.greenpark.objection.form.ThingKind;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** That a case, or a figure that it is about, is or was objected to: an open objection before decided ones, of these the newest; withdrawn ones never. */
public final class ObjectionRemarks implements CaseRemarks {
    private static final String SELECT = "SELECT number, state FROM objection WHERE state <> 'WITHDRAWN'"
            + " AND (kind = 'CASE' AND thing = :case"
            + " OR kind IN (<kinds>) AND thing = :thing AND from_ms < :to AND to_ms > :from)"
            + " ORDER BY CASE state WHEN 'OPEN' THEN 0 ELSE 1 END, filed_ms DESC, number DESC LIMIT 1";

    @Override
    public @Nullable CaseRemark of(Handle handle, Case c) {
        boolean mean = c.rule().ofLimits();
        Instant covered = c.content().coveredTo();
        return handle.createQuery(SELECT)
                .bind("case", c.id())
                .bindList(
                        "kinds",
                        mean
                                ? List.of(ThingKind.MEAN.name())
                                : List.of(ThingKind.ENERGY.name(), ThingKind.INTENSITY.name()))
                .bind("thing", mean ? c.key().subject() : energyOf(c))
                .bind("from", c.since().toEpochMilli())
                .bind(
                        "to",
                        covered.isAfter(c.since())
                                ? covered.toEpochMilli()
                                : c.since().toEpochMilli() + 1)
                .map((row, context) -> remark(row.getString("number"), ObjectionState.valueOf(row.getString("state"))))
                .findOne()
                .orElse(null);
    }

    /** Whose energy a case is about; nobody's where it is about none. */
    private static String energyOf(Case c) {
        return c.rule() == Case.Rule.ENERGY_DECLINE_BEHIND ? c.about().id() : "";
    }

    private static CaseRemark remark(String number, ObjectionState state) {
        String en =
                switch (state) {
                    case OPEN -> "is not decided";
                    case UPHELD -> "was upheld";
                    case PARTLY -> "was upheld in part";
                    case REJECTED -> "was rejected";
                    case WITHDRAWN ->
                        throw new IllegalArgumentException(number + " is withdrawn and stands beside nothing");
                };
        String zh =
                switch (state) {
                    case OPEN -> "尚未决定";
                    case UPHELD -> "成立";
                    case PARTLY -> "部分成立";
                    case REJECTED -> "不成立";
                    case WITHDRAWN ->
                        throw new IllegalArgumentException(number + " is withdrawn and stands beside nothing");
                };
        return new CaseRemark(
                number + " " + state.name(),
                new Bilingual("企业已提出异议 " + number + "（" + zh + "）", "The enterprise objects: " + number + " " + en));
    }

    /** The series of an objection, and of the cases that it is about, are to be written anew, in the transaction of what changed it. */
    static void changed(BooksTx tx, Objection one) {
        if (one.thing().kind().isFigure()) {
            tx.marks().mark(Mark.Kind.OBJECTION, one.number(), 0);
        }
        casesOf(tx.handle(), one.thing()).forEach(id -> tx.marks().mark(Mark.Kind.ALERT, id, 0));
    }

    private static List<String> casesOf(Handle handle, Thing thing) {
        return switch (thing.kind()) {
            case CASE -> List.of(thing.id());
            case MEAN -> between(handle, thing, thing.id());
            case ENERGY, INTENSITY ->
                between(
                        handle,
                        thing,
                        CaseKey.energy(Subject.enterprise(thing.id())).subject());
            case LIMIT, TARGET, CLASS -> List.of();
        };
    }

    private static List<String> between(Handle handle, Thing thing, String subject) {
        return CaseBook.ids(handle, subject, Objects.requireNonNull(thing.from()), Objects.requireNonNull(thing.to()));
    }
}
