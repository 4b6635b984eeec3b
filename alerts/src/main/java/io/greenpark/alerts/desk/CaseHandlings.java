package io.greenpark.alerts.desk;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseLife;
import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.alerts.handling.CasePosition;
import io.greenpark.alerts.handling.CaseTraits;
import io.greenpark.alerts.handling.DetailField;
import io.greenpark.alerts.handling.LevelScale;
import io.greenpark.alerts.handling.Procedure;
import io.greenpark.alerts.handling.Side;
import io.greenpark.alerts.handling.StepDetails;
import io.greenpark.alerts.handling.Term;
import io.greenpark.alerts.handling.Transitions;
import io.greenpark.alerts.notice.NoticePlan;
import io.greenpark.alerts.notice.NoticePlanKind;
import io.greenpark.alerts.notice.WorkingTime;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.BooksTx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Lets what people do about cases follow what is measured: a case that is raised gets its number, level and procedure; one that is withdrawn ends; one that is
 * over ends where its procedure lets it; one that is found again after it had ended goes on. All in the transaction of the event. Any thread may call.
 */
public final class CaseHandlings implements CaseLife {
    private final CaseFacts facts;
    private final String prefix;
    private final ProcedureTable procedures = new ProcedureTable();

    /** They say when the office works. */
    private final Policies<NoticePlan> plans = new Policies<>(new NoticePlanKind());

    public CaseHandlings(RegistrySource registry, CaseDeskConfig config) {
        this.facts = new CaseFacts(registry);
        this.prefix = config.numberPrefix();
    }

    CaseFacts facts() {
        return facts;
    }

    ProcedureTable procedures() {
        return procedures;
    }

    @Override
    public @Nullable CaseEvent happened(BooksTx tx, Case c, CaseEvent event) {
        if (c.trial() || !c.status().raised()) {
            return null;
        }
        HandlingRow row = HandlingTable.take(tx.handle(), c.id()).orElse(null);
        if (row != null) {
            return follow(tx, c, event, row);
        }
        if (event.kind() == CaseEvent.Kind.RAISED) {
            begin(tx, c, event.at());
        }
        return null;
    }

    private void begin(BooksTx tx, Case c, Instant at) {
        Handle handle = tx.handle();
        ProcedureVersion newest = procedures.newest(handle, at);
        LevelScale.Found level = newest.procedures().levels().of(facts.level(handle, c, at));
        Procedure procedure = newest.procedures().of(facts.traits(c, level.level()));
        boolean demanded = isDemanded(c, procedure);
        boolean pushed = isPushed(c, procedure);
        HandlingStage stage = pushed ? HandlingStage.PUSHED : HandlingStage.NEW;
        Instant pushedAt = pushed ? at : null;
        HandlingTable.insert(
                handle,
                new HandlingRow(
                        c.id(),
                        HandlingTable.nextNumber(handle, prefix, facts.year(at)),
                        stage,
                        level,
                        newest.version(),
                        demanded,
                        pushedAt,
                        at,
                        due(handle, c, procedure, stage, demanded, at, pushedAt, null),
                        null,
                        null,
                        false),
                at);
    }

    private static boolean isDemanded(Case c, Procedure procedure) {
        return procedure.answered() && c.enterpriseId() != null;
    }

    private static boolean isPushed(Case c, Procedure procedure) {
        return procedure.pushed() && c.enterpriseId() != null;
    }

    /** A case of before there were numbers: at a stage by what is known of it, without a term. */
    void takeOver(BooksTx tx, Case c, Instant now) {
        Handle handle = tx.handle();
        ProcedureVersion newest = procedures.newest(handle, now);
        LevelScale.Found level = newest.procedures().levels().of(facts.level(handle, c, now));
        Procedure procedure = newest.procedures().of(facts.traits(c, level.level()));
        boolean open = c.state() == Case.State.OPEN;
        HandlingStage stage = !open
                ? HandlingStage.ENDED
                : c.acknowledgedBy() == null ? HandlingStage.NEW : HandlingStage.ACKNOWLEDGED;
        HandlingTable.insert(
                handle,
                new HandlingRow(
                        c.id(),
                        HandlingTable.nextNumber(handle, prefix, facts.year(c.raisedAt())),
                        stage,
                        level,
                        newest.version(),
                        isDemanded(c, procedure),
                        null,
                        c.raisedAt(),
                        null,
                        null,
                        null,
                        !open),
                now);
    }

    private @Nullable CaseEvent follow(BooksTx tx, Case c, CaseEvent event, HandlingRow before) {
        boolean over = c.state() != Case.State.OPEN;
        HandlingRow row = before.withMeasuredOver(over);
        CaseEvent reopened = null;
        if (before.measuredOver() && !over && beginsAnew(c, before.stage())) {
            row = foundAgain(tx.handle(), c, event.at(), row);
            // What the platform had ended nobody did anything about: nothing is taken back from anybody.
            reopened = before.stage() == HandlingStage.ENDED
                    ? null
                    : note(tx, row, CaseEvent.Kind.REOPENED, event.at(), StepDetails.NONE);
        } else if (event.kind() == CaseEvent.Kind.WITHDRAWN && !row.stage().over()) {
            row = row.at(HandlingStage.ENDED, row.pushedAt(), event.at(), null, row.checkedBy());
        } else if (event.kind() == CaseEvent.Kind.CLEARED
                && row.stage().untouched()
                && procedureOf(tx.handle(), c, row).endsByItself()) {
            row = row.at(HandlingStage.ENDED, row.pushedAt(), event.at(), null, row.checkedBy());
        }
        // Once it is over, the time it is known to cover is longer than what was found.
        HandlingTable.update(tx.handle(), over ? row : levelled(tx, c, row, event.at()), event.at());
        return reopened;
    }

    /**
     * What had ended begins anew, and what comes again after somebody said what it was, or looked into it: that was said of the times before. What was
     * ordered runs on, and what was handed over or declared a misreport is another one's to confirm.
     */
    private static boolean beginsAnew(Case c, HandlingStage stage) {
        boolean said = stage == HandlingStage.ANSWERED
                || stage == HandlingStage.VERIFIED
                || stage == HandlingStage.RECTIFIED
                || stage == HandlingStage.REVIEWED;
        return stage.over() || said && c.content().spells().again() > 0;
    }

    /** What had ended was found anew: it begins again, under the procedures of now and its old number. */
    private HandlingRow foundAgain(Handle handle, Case c, Instant at, HandlingRow row) {
        ProcedureVersion newest = procedures.newest(handle, at);
        Procedure procedure = newest.procedures().of(facts.traits(c, row.caseLevel()));
        boolean demanded = isDemanded(c, procedure);
        boolean pushed = isPushed(c, procedure);
        HandlingStage stage = pushed ? HandlingStage.PUSHED : HandlingStage.NEW;
        Instant pushedAt = pushed ? at : null;
        return row.under(newest.version(), demanded)
                .at(stage, pushedAt, at, due(handle, c, procedure, stage, demanded, at, pushedAt, null), null);
    }

    /** Handled again, by people: under the procedures of now. */
    HandlingRow reopened(Handle handle, Case c, HandlingRow row, HandlingStage next, Instant at) {
        ProcedureVersion newest = procedures.newest(handle, at);
        Procedure procedure = newest.procedures().of(facts.traits(c, row.caseLevel()));
        boolean demanded = isDemanded(c, procedure);
        Instant pushedAt = next == HandlingStage.PUSHED ? at : row.pushedAt();
        return row.under(newest.version(), demanded)
                .at(next, pushedAt, at, due(handle, c, procedure, next, demanded, at, pushedAt, null), null);
    }

    /** With the level that it has now; a change is a step. */
    HandlingRow levelled(BooksTx tx, Case c, HandlingRow row, Instant at) {
        LevelScale.Found now = levelOf(tx.handle(), c, row, at);
        if (now.equals(row.level())) {
            return row;
        }
        HandlingRow after = row.withLevel(now);
        if (now.level() != row.caseLevel()) {
            LevelScale.By by = now.by();
            Map<DetailField, String> said = by == null
                    ? Map.of(
                            DetailField.LEVEL, EnumCode.of(now.level()),
                            DetailField.LEVEL_BEFORE, EnumCode.of(row.caseLevel()))
                    : Map.of(
                            DetailField.LEVEL, EnumCode.of(now.level()),
                            DetailField.LEVEL_BEFORE, EnumCode.of(row.caseLevel()),
                            DetailField.LEVEL_BY, by.code());
            note(tx, after, CaseEvent.Kind.LEVEL_CHANGED, at, new StepDetails(said, List.of()));
        }
        return after;
    }

    LevelScale.Found levelOf(Handle handle, Case c, HandlingRow row, Instant at) {
        return procedures.version(handle, row.procedure()).procedures().levels().of(facts.level(handle, c, at));
    }

    /** A step of the platform. */
    static CaseEvent note(BooksTx tx, HandlingRow after, CaseEvent.Kind kind, Instant at, StepDetails details) {
        CaseEvent event = CaseBook.step(tx, after.caseId(), kind, at, CaseEvent.PLATFORM, null);
        StepDetailTable.insert(
                tx.handle(),
                after.caseId(),
                new StepDetail(event.number(), Side.PLATFORM, CaseEvent.PLATFORM, false, after.stage(), details));
        return event;
    }

    /** The procedure that a case runs under. */
    Procedure procedureOf(Handle handle, Case c, HandlingRow row) {
        CaseTraits traits = facts.traits(c, row.caseLevel());
        return procedures.version(handle, row.procedure()).procedures().of(traits);
    }

    static CasePosition position(Case c, HandlingRow row) {
        return new CasePosition(
                row.stage(), c.state(), c.enterpriseId() != null, row.demanded(), row.due() != null, row.checkedBy());
    }

    @Override
    public void acknowledged(BooksTx tx, Case c, CaseEvent event, boolean ofEnterprise) {
        received(tx, c, event, ofEnterprise ? Side.ENTERPRISE : Side.OFFICE, event.by());
    }

    /** @param account that answers for it */
    void received(BooksTx tx, Case c, CaseEvent event, Side side, String account) {
        Optional<HandlingRow> found = HandlingTable.take(tx.handle(), c.id());
        if (found.isEmpty()) {
            return;
        }
        HandlingRow row = found.get();
        HandlingStage next = Transitions.acknowledged(position(c, row), side);
        HandlingRow after = next == row.stage() ? row : moved(tx.handle(), c, row, next, event.at(), null);
        HandlingTable.update(tx.handle(), after, event.at());
        StepDetailTable.insert(
                tx.handle(),
                c.id(),
                new StepDetail(event.number(), side, account, false, after.stage(), StepDetails.NONE));
    }

    /** At another stage from now on, with the term of that. */
    HandlingRow moved(Handle handle, Case c, HandlingRow row, HandlingStage next, Instant at, @Nullable Instant given) {
        Instant pushed = next == HandlingStage.PUSHED ? at : row.pushedAt();
        Instant due = due(handle, c, procedureOf(handle, c, row), next, row.demanded(), at, pushed, given);
        return row.at(next, pushed, at, due, row.checkedBy());
    }

    private @Nullable Instant due(
            Handle handle,
            Case c,
            Procedure procedure,
            HandlingStage stage,
            boolean demanded,
            Instant since,
            @Nullable Instant pushed,
            @Nullable Instant given) {
        WorkingTime time = plans.newest(handle).says().time();
        return procedure.terms().due(stage, demanded, since, pushed, given, time, facts.zone(c));
    }

    /** The term that a case is at; null where it has none, or people have given it another. */
    @Nullable
    Term term(Handle handle, Case c, HandlingRow row) {
        Procedure procedure = procedureOf(handle, c, row);
        Instant due = due(handle, c, procedure, row.stage(), row.demanded(), row.stageAt(), row.pushedAt(), null);
        return due != null && due.equals(row.due()) ? procedure.terms().of(row.stage(), row.demanded()) : null;
    }
}
