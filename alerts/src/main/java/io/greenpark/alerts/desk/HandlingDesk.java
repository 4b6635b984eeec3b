package io.greenpark.alerts.desk;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.alerts.desk.ActRefused.Why;
import io.greenpark.alerts.desk.Handling.OpenAction;
import io.greenpark.alerts.handling.Actor;
import io.greenpark.alerts.handling.CasePosition;
import io.greenpark.alerts.handling.DetailField;
import io.greenpark.alerts.handling.DetailRules;
import io.greenpark.alerts.handling.HandlingAction;
import io.greenpark.alerts.handling.Procedure;
import io.greenpark.alerts.handling.Refusal;
import io.greenpark.alerts.handling.Side;
import io.greenpark.alerts.handling.StepDetails;
import io.greenpark.alerts.handling.Transitions;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Where people act on cases. Every act is one step, written in one transaction with where it leads; of two at the same time the later one is refused. Who sees a
 * case, and on whose side somebody acts, is decided by whoever knows accounts. Any thread may call.
 */
public final class HandlingDesk {
    private final Books books;
    private final CaseHandlings handlings;
    private final StepListener listener;
    private final Clock clock;

    /** @param listener is told of every act */
    public HandlingDesk(Books books, CaseHandlings handlings, StepListener listener, Clock clock) {
        this.books = books;
        this.handlings = handlings;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * What people do about a case; empty where there is no such case, or nobody has to do anything about it.
     *
     * @param asker as whom somebody acts on it; null for one who only looks
     */
    public Optional<Handling> of(String caseId, @Nullable Actor asker) {
        return books.read(handle -> {
            Case c = CaseBook.find(handle, caseId).orElse(null);
            HandlingRow row = HandlingTable.find(handle, caseId).orElse(null);
            if (c == null || row == null) {
                return Optional.<Handling>empty();
            }
            Procedure procedure = handlings.procedureOf(handle, c, row);
            return Optional.of(new Handling(
                    procedure,
                    row.procedure(),
                    row.stageAt(),
                    row.pushedAt(),
                    handlings.term(handle, c, row),
                    c.events().size(),
                    asker == null ? null : asker.side(),
                    asker == null ? List.of() : open(CaseHandlings.position(c, row), asker, procedure),
                    StepDetailTable.of(handle, caseId)));
        });
    }

    private static List<OpenAction> open(CasePosition at, Actor asker, Procedure procedure) {
        List<OpenAction> open = new ArrayList<>();
        for (HandlingAction action : HandlingAction.values()) {
            Refusal refusal = Transitions.refusal(at, action, asker, procedure).orElse(null);
            if (refusal == null || refusal.anothers()) {
                open.add(new OpenAction(action, refusal));
            }
        }
        return open;
    }

    /**
     * Does nothing, where something could be done.
     *
     * @throws ActRefused if it would not be
     */
    public void require(String caseId, Act act) {
        Instant now = clock.instant();
        books.read(handle -> {
            Case c = CaseBook.find(handle, caseId).orElseThrow(HandlingDesk::nothingToDo);
            HandlingRow row = HandlingTable.find(handle, caseId).orElseThrow(HandlingDesk::nothingToDo);
            requireAllowed(handle, c, row, act, now);
            return true;
        });
    }

    /**
     * Does something about a case.
     *
     * @return the case after it
     * @throws ActRefused if it is not done
     */
    public Case act(String caseId, Act act) {
        Instant now = clock.instant();
        return books.write(tx -> {
            Handle handle = tx.handle();
            // First, so that of two at the same time one waits for the other, and sees what that one did.
            HandlingRow row = HandlingTable.take(handle, caseId).orElseThrow(HandlingDesk::nothingToDo);
            Case c = CaseBook.find(handle, caseId).orElseThrow(HandlingDesk::nothingToDo);
            requireAllowed(handle, c, row, act, now);
            HandlingRow after = after(handle, c, row, act, now);
            return write(tx, c, after, act, now);
        });
    }

    private static ActRefused nothingToDo() {
        return new ActRefused(
                Why.NOT_ALLOWED,
                new Bilingual(
                        "该预警处于试运行或仅作历史补记，无需办理",
                        "the case is on trial or only on record; there is nothing to be done about it"));
    }

    private void requireAllowed(Handle handle, Case c, HandlingRow row, Act act, Instant now) {
        int last = c.events().size();
        if (act.seen() != last) {
            throw new ActRefused(
                    Why.SEEN_EARLIER,
                    new Bilingual(
                            "该预警在您查看后已有新的办理（第 " + last + " 步，您看到的是第 " + act.seen() + " 步）；请刷新后再办理，未作任何更改",
                            "the case went on since you looked at it (step " + last + ", you saw " + act.seen()
                                    + "); look at it again. Nothing was changed"));
        }
        Refusal refusal = Transitions.refusal(
                        CaseHandlings.position(c, row), act.action(), act.by(), handlings.procedureOf(handle, c, row))
                .orElse(null);
        if (refusal != null) {
            throw new ActRefused(Why.NOT_ALLOWED, refused(act, row, refusal));
        }
        DetailRules.fault(
                        act.action(),
                        act.by().side(),
                        act.details(),
                        now,
                        handlings.facts().zone(c))
                .ifPresent(fault -> {
                    throw new ActRefused(Why.MALFORMED, fault);
                });
        Instant term = act.details().instant(DetailField.TERM);
        Instant due = row.due();
        if (act.action() == HandlingAction.EXTEND && term != null && due != null && !term.isAfter(due)) {
            throw new ActRefused(
                    Why.MALFORMED,
                    new Bilingual(
                            "延期后的期限 \"" + term + "\" 须晚于现有期限 " + due,
                            "\"term\": \"" + term + "\" must be later than the term that there is, " + due));
        }
    }

    private static Bilingual refused(Act act, HandlingRow row, Refusal refusal) {
        Bilingual action = act.action().words(act.by().side());
        if (act.by().side() == Side.ENTERPRISE) {
            // What the office does among itself its stage would tell.
            return new Bilingual(
                    action.zh() + "：" + refusal.words().zh(),
                    act.action().code() + ": " + refusal.words().en());
        }
        Bilingual stage = row.stage().words();
        return new Bilingual(
                action.zh() + "：" + refusal.words().zh() + "（当前阶段：" + stage.zh() + "）",
                act.action().code() + ": " + refusal.words().en() + " (stage: " + stage.en() + ")");
    }

    private HandlingRow after(Handle handle, Case c, HandlingRow row, Act act, Instant now) {
        CasePosition at = CaseHandlings.position(c, row);
        StepDetails details = act.details();
        HandlingStage next = Transitions.next(at, act.action(), act.by(), details);
        return switch (act.action()) {
            case EXTEND -> row.withDue(details.instant(DetailField.TERM));
            case COMMENT, ATTACH -> row;
            case REOPEN -> handlings.reopened(handle, c, row, next, now);
            default ->
                next == row.stage() && act.action() == HandlingAction.ACKNOWLEDGE
                        ? row
                        : moved(handle, c, row, act, next, now);
        };
    }

    private HandlingRow moved(Handle handle, Case c, HandlingRow row, Act act, HandlingStage next, Instant now) {
        Instant given = act.details().instant(DetailField.TERM);
        LocalDate day = act.details().day(DetailField.DUE_DAY);
        if (day != null) {
            given = day.plusDays(1).atStartOfDay(handlings.facts().zone(c)).toInstant();
        }
        HandlingRow moved = handlings.moved(handle, c, row, next, now, given);
        String checked = Transitions.checkedBy(CaseHandlings.position(c, row), next, act.by());
        return moved.at(next, moved.pushedAt(), now, moved.due(), checked);
    }

    private Case write(BooksTx tx, Case c, HandlingRow after, Act act, Instant now) {
        StepDetails details = act.details();
        String words = Optional.ofNullable(details.text(DetailField.WORD))
                .or(() -> Optional.ofNullable(details.text(DetailField.REASON)))
                .or(() -> Optional.ofNullable(details.text(DetailField.FINDING)))
                .orElse(details.text(DetailField.MEASURES));
        Actor by = act.by();
        CaseEvent event = CaseBook.step(tx, c.id(), act.action().kind(details), now, by.person(), words);
        StepDetailTable.insert(
                tx.handle(),
                c.id(),
                new StepDetail(
                        event.number(),
                        by.side(),
                        by.account(),
                        act.action().internal(by.side(), details),
                        after.stage(),
                        details));
        boolean said = act.action() == HandlingAction.COMMENT || act.action() == HandlingAction.ATTACH;
        if (act.action() == HandlingAction.ACKNOWLEDGE || c.acknowledgedBy() == null && !said) {
            // Who acts on it has seen it.
            CaseBook.acknowledgedBy(tx, c.id(), by.person());
        }
        HandlingTable.update(tx.handle(), after, now);
        Case acted = CaseBook.find(tx.handle(), c.id()).orElseThrow();
        listener.onStep(tx.handle(), acted, event, by.side(), act.action().internal(by.side(), details));
        return acted;
    }

    /** The newest cases about the same point, or of the same rule about the same enterprise, park or district. */
    public List<SimilarCase> similar(String caseId, int max) {
        return books.read(handle -> {
            Case c = CaseBook.find(handle, caseId).orElse(null);
            if (c == null) {
                return List.<SimilarCase>of();
            }
            List<Case> found = CaseBook.similar(handle, c, max);
            Map<String, String> causes =
                    StepDetailTable.causes(handle, found.stream().map(Case::id).toList());
            return found.stream()
                    .map(each -> new SimilarCase(each, causes.get(each.id())))
                    .toList();
        });
    }

    /** The procedures that are in force. */
    public ProcedureVersion procedures() {
        return books.<Optional<ProcedureVersion>, RuntimeException>read(handlings.procedures()::newest)
                .orElseGet(() -> books.write(tx -> handlings.procedures().newest(tx.handle(), clock.instant())));
    }

    /** All that there were, newest first. */
    public List<ProcedureVersion> procedureVersions() {
        procedures();
        return books.read(handlings.procedures()::all);
    }

    /** Procedures as they are kept; with {@link io.greenpark.alerts.policy.PolicyFault} where they cannot be used. */
    public String canonicalProcedures(String document) {
        String canonical = ProcedureText.canonical(document);
        ProcedureText.stored(canonical);
        return canonical;
    }

    /** A version of the procedures, in a transaction; empty where there is none. */
    public Optional<ProcedureVersion> procedures(Handle handle, long version) {
        return handlings.procedures().find(handle, version);
    }

    /** The newest version, in a transaction; 0 while nobody has asked for any. */
    public long newestProcedures(Handle handle) {
        return handlings
                .procedures()
                .newest(handle)
                .map(ProcedureVersion::version)
                .orElse(0L);
    }

    /**
     * Puts other procedures in force, for cases that are raised from then on.
     *
     * @param based the version that they were made of
     * @param canonical as they are kept
     * @return empty where another version came in between
     */
    public Optional<ProcedureVersion> changeProcedures(
            Handle handle, long based, String canonical, String by, String reason, Instant at) {
        ProcedureVersion next =
                new ProcedureVersion(based + 1, at, by, reason, canonical, ProcedureText.stored(canonical));
        boolean seen = handlings.procedures().newest(handle, at).version() == based;
        return seen && handlings.procedures().add(handle, next) ? Optional.of(next) : Optional.empty();
    }
}
