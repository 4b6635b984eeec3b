package io.greenpark.alerts.handling;

import static io.greenpark.alerts.cases.HandlingStage.ACKNOWLEDGED;
import static io.greenpark.alerts.cases.HandlingStage.ANSWERED;
import static io.greenpark.alerts.cases.HandlingStage.CLOSED;
import static io.greenpark.alerts.cases.HandlingStage.ENDED;
import static io.greenpark.alerts.cases.HandlingStage.MISREPORT;
import static io.greenpark.alerts.cases.HandlingStage.NEW;
import static io.greenpark.alerts.cases.HandlingStage.PUSHED;
import static io.greenpark.alerts.cases.HandlingStage.RECTIFIED;
import static io.greenpark.alerts.cases.HandlingStage.RECTIFYING;
import static io.greenpark.alerts.cases.HandlingStage.RETURNED;
import static io.greenpark.alerts.cases.HandlingStage.REVIEWED;
import static io.greenpark.alerts.cases.HandlingStage.TRANSFERRED;
import static io.greenpark.alerts.cases.HandlingStage.VERIFIED;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.HandlingStage;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of what can be done from where, by whom, and where it leads. Whoever verified, reviewed, handed over or declared a misreport does not
 * close; a program closes nothing.
 */
public final class Transitions {
    private static final Set<HandlingStage> ANY = EnumSet.allOf(HandlingStage.class);
    private static final Set<HandlingStage> GOING_ON = EnumSet.complementOf(EnumSet.of(CLOSED, ENDED));

    private static final Map<HandlingAction, Set<HandlingStage>> FROM = new EnumMap<>(Map.ofEntries(
            Map.entry(HandlingAction.PUSH, EnumSet.of(NEW)),
            Map.entry(HandlingAction.ACKNOWLEDGE, GOING_ON),
            Map.entry(HandlingAction.ANSWER, EnumSet.of(NEW, PUSHED, ACKNOWLEDGED, RETURNED)),
            Map.entry(HandlingAction.RETURN, EnumSet.of(ANSWERED)),
            Map.entry(HandlingAction.VERIFY, EnumSet.of(NEW, PUSHED, ACKNOWLEDGED, ANSWERED, RETURNED)),
            Map.entry(HandlingAction.RECTIFY, EnumSet.of(VERIFIED)),
            Map.entry(HandlingAction.REPORT_RECTIFIED, EnumSet.of(RECTIFYING)),
            Map.entry(HandlingAction.REVIEW, EnumSet.of(RECTIFYING, RECTIFIED)),
            Map.entry(HandlingAction.TRANSFER, EnumSet.of(VERIFIED, RECTIFYING, RECTIFIED, REVIEWED)),
            Map.entry(HandlingAction.MISREPORT, EnumSet.of(NEW, PUSHED, ACKNOWLEDGED, ANSWERED, RETURNED, VERIFIED)),
            Map.entry(
                    HandlingAction.CLOSE,
                    EnumSet.of(NEW, PUSHED, ACKNOWLEDGED, ANSWERED, VERIFIED, REVIEWED, TRANSFERRED, MISREPORT)),
            Map.entry(HandlingAction.REOPEN, EnumSet.of(VERIFIED, REVIEWED, TRANSFERRED, MISREPORT, CLOSED, ENDED)),
            Map.entry(HandlingAction.EXTEND, GOING_ON),
            Map.entry(HandlingAction.COMMENT, ANY),
            Map.entry(HandlingAction.ATTACH, GOING_ON)));

    /** From where it takes two people. */
    private static final Set<HandlingStage> CHECKED = EnumSet.of(VERIFIED, REVIEWED, TRANSFERRED, MISREPORT);

    /** Of these a case may be closed whatever is measured. */
    private static final Set<HandlingStage> WHATEVER_IS_MEASURED = EnumSet.of(TRANSFERRED, MISREPORT);

    private Transitions() {}

    /** Why somebody may not do something; empty where that one may. */
    public static Optional<Refusal> refusal(CasePosition at, HandlingAction action, Actor by, Procedure procedure) {
        return Optional.ofNullable(refused(at, action, by, procedure));
    }

    private static @Nullable Refusal refused(CasePosition at, HandlingAction action, Actor by, Procedure procedure) {
        if (!action.sides().contains(by.side())) {
            return Refusal.SIDE;
        }
        if (by.side() == Side.OFFICE && !procedure.mayDo(action, by.roles())) {
            return Refusal.ROLE;
        }
        if (at.state() == Case.State.WITHDRAWN && action != HandlingAction.COMMENT) {
            return Refusal.WITHDRAWN;
        }
        if (!FROM.getOrDefault(action, Set.of()).contains(at.stage()) || !makesSense(at, action, by)) {
            return Refusal.STAGE;
        }
        return action == HandlingAction.CLOSE ? closing(at, by) : null;
    }

    private static boolean makesSense(CasePosition at, HandlingAction action, Actor by) {
        return switch (action) {
            case PUSH, RETURN, RECTIFY -> at.ofEnterprise();
            case ACKNOWLEDGE -> by.side() == Side.OFFICE || at.stage() == NEW || at.stage() == PUSHED;
            case EXTEND -> at.termed();
            default -> true;
        };
    }

    private static @Nullable Refusal closing(CasePosition at, Actor by) {
        boolean checked = CHECKED.contains(at.stage());
        if (at.demanded() && !checked) {
            return Refusal.UNCHECKED;
        }
        if (by.program()) {
            return Refusal.PROGRAM;
        }
        if (at.state() == Case.State.OPEN && !WHATEVER_IS_MEASURED.contains(at.stage())) {
            return Refusal.STILL_MEASURED;
        }
        return checked && by.account().equals(at.checkedBy()) ? Refusal.SAME_PERSON : null;
    }

    /** Where an action that is not refused leads. */
    public static HandlingStage next(CasePosition at, HandlingAction action, Actor by, StepDetails details) {
        return switch (action) {
            case PUSH -> PUSHED;
            case ACKNOWLEDGE -> acknowledged(at, by.side());
            case ANSWER -> ANSWERED;
            case RETURN -> RETURNED;
            case VERIFY -> VERIFIED;
            case RECTIFY -> RECTIFYING;
            case REPORT_RECTIFIED -> RECTIFIED;
            case REVIEW -> details.truth(DetailField.PASSED) ? REVIEWED : RECTIFYING;
            case TRANSFER -> TRANSFERRED;
            case MISREPORT -> MISREPORT;
            case CLOSE -> CLOSED;
            case REOPEN -> at.demanded() ? PUSHED : at.ofEnterprise() ? ACKNOWLEDGED : NEW;
            case EXTEND, COMMENT, ATTACH -> at.stage();
        };
    }

    /**
     * Where an acknowledgement leads: the enterprise's is its receipt (签收); that the office has seen it does not stand for one, and counts where no
     * answer is asked for.
     */
    public static HandlingStage acknowledged(CasePosition at, Side side) {
        boolean waiting = at.stage() == NEW || at.stage() == PUSHED;
        return waiting && (side == Side.ENTERPRISE || !at.demanded()) ? ACKNOWLEDGED : at.stage();
    }

    /** Who cannot close from then on; null for nobody. */
    public static @Nullable String checkedBy(CasePosition at, HandlingStage next, Actor by) {
        if (!CHECKED.contains(next)) {
            return next == CLOSED ? at.checkedBy() : null;
        }
        return next == at.stage() ? at.checkedBy() : by.account();
    }
}
