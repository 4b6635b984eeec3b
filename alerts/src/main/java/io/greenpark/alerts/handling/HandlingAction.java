package io.greenpark.alerts.handling;

import static io.greenpark.alerts.handling.Need.may;
import static io.greenpark.alerts.handling.Need.must;
import static io.greenpark.alerts.handling.Need.mustWhere;

import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.text.Bilingual;
import java.util.List;
import java.util.Set;

/** What people do about a case, by whom, and what each carries. From which stages, {@link Transitions} says. */
public enum HandlingAction {
    /** Sends it to the enterprise. */
    PUSH(CaseEvent.Kind.PUSHED, new Bilingual("推送", "Push"), Set.of(Side.OFFICE), may(DetailField.WORD)),
    /** The enterprise takes note (签收); the office has seen it (已阅). */
    ACKNOWLEDGE(
            CaseEvent.Kind.ACKNOWLEDGED,
            new Bilingual("签收", "Acknowledge"),
            Set.of(Side.OFFICE, Side.ENTERPRISE),
            may(DetailField.WORD)),
    ANSWER(
            CaseEvent.Kind.ANSWERED,
            new Bilingual("反馈", "Answer"),
            Set.of(Side.ENTERPRISE),
            must(DetailField.CAUSE),
            must(DetailField.FROM),
            must(DetailField.MEASURES),
            must(DetailField.RESPONSIBLE),
            may(DetailField.ATTACHMENTS),
            may(DetailField.TO),
            may(DetailField.EXPECTED_END),
            may(DetailField.MARK)),
    RETURN(
            CaseEvent.Kind.RETURNED,
            new Bilingual("退回", "Return"),
            Set.of(Side.OFFICE),
            must(DetailField.REASON),
            must(DetailField.TERM)),
    VERIFY(
            CaseEvent.Kind.VERIFIED,
            new Bilingual("核查", "Verify"),
            Set.of(Side.OFFICE),
            must(DetailField.SITE),
            mustWhere(DetailField.SITE, "on-site", DetailField.VISIT_REASON),
            mustWhere(DetailField.SITE, "on-site", DetailField.APPROVED_BY),
            mustWhere(DetailField.SITE, "on-site", DetailField.APPROVED_AT),
            must(DetailField.CONFIRMED),
            must(DetailField.FINDING),
            may(DetailField.ATTACHMENTS)),
    RECTIFY(
            CaseEvent.Kind.RECTIFICATION_ORDERED,
            new Bilingual("责令整改", "Order to rectify"),
            Set.of(Side.OFFICE),
            must(DetailField.REASON),
            must(DetailField.DUE_DAY),
            may(DetailField.ATTACHMENTS)),
    REPORT_RECTIFIED(
            CaseEvent.Kind.RECTIFIED,
            new Bilingual("报整改完成", "Report rectified"),
            Set.of(Side.ENTERPRISE),
            must(DetailField.MEASURES),
            may(DetailField.ATTACHMENTS)),
    REVIEW(
            CaseEvent.Kind.REVIEWED,
            new Bilingual("复核", "Review"),
            Set.of(Side.OFFICE),
            must(DetailField.PASSED),
            must(DetailField.FINDING),
            mustWhere(DetailField.PASSED, "false", DetailField.DUE_DAY),
            may(DetailField.ATTACHMENTS)),
    TRANSFER(
            CaseEvent.Kind.TRANSFERRED,
            new Bilingual("移交线索", "Hand over as a clue"),
            Set.of(Side.OFFICE),
            must(DetailField.OFFICE),
            must(DetailField.DOCUMENT),
            must(DetailField.REASON),
            may(DetailField.ATTACHMENTS)),
    MISREPORT(
            CaseEvent.Kind.DECLARED_MISREPORT,
            new Bilingual("提出误报", "Declare a misreport"),
            Set.of(Side.OFFICE),
            must(DetailField.REASON),
            may(DetailField.ATTACHMENTS)),
    CLOSE(CaseEvent.Kind.CLOSED, new Bilingual("销号", "Close"), Set.of(Side.OFFICE), must(DetailField.REASON)),
    REOPEN(CaseEvent.Kind.REOPENED, new Bilingual("重新办理", "Reopen"), Set.of(Side.OFFICE), must(DetailField.REASON)),
    EXTEND(
            CaseEvent.Kind.EXTENDED,
            new Bilingual("延期", "Extend"),
            Set.of(Side.OFFICE),
            must(DetailField.TERM),
            must(DetailField.REASON)),
    COMMENT(
            CaseEvent.Kind.COMMENTED,
            new Bilingual("留言", "Comment"),
            Set.of(Side.OFFICE, Side.ENTERPRISE),
            must(DetailField.WORD),
            may(DetailField.SHARED)),
    ATTACH(
            CaseEvent.Kind.FILES_ADDED,
            new Bilingual("补充附件", "Add files"),
            Set.of(Side.OFFICE, Side.ENTERPRISE),
            must(DetailField.ATTACHMENTS),
            may(DetailField.WORD),
            may(DetailField.SHARED));

    private final CaseEvent.Kind kind;
    private final Bilingual words;
    private final Set<Side> sides;
    private final List<Need> needs;

    HandlingAction(CaseEvent.Kind kind, Bilingual words, Set<Side> sides, Need... needs) {
        this.kind = kind;
        this.words = words;
        this.sides = sides;
        this.needs = List.of(needs);
    }

    /** The step that it becomes; a review that is not passed is an order to go on. */
    public CaseEvent.Kind kind(StepDetails details) {
        return this == REVIEW && !details.truth(DetailField.PASSED) ? CaseEvent.Kind.RECTIFICATION_ORDERED : kind;
    }

    /** The name in the API: {@code report-rectified}. */
    public String code() {
        return EnumCode.of(this);
    }

    /** What practice calls it. */
    public Bilingual words(Side side) {
        return this == ACKNOWLEDGE && side == Side.OFFICE ? new Bilingual("已阅", "Mark as seen") : words;
    }

    Set<Side> sides() {
        return sides;
    }

    /** What it carries, as somebody of a side is asked for it: people of an enterprise keep nothing to themselves. */
    public List<Need> needs(Side side) {
        return side == Side.OFFICE
                ? needs
                : needs.stream().filter(n -> n.field() != DetailField.SHARED).toList();
    }

    /** Whether the enterprise reads a step of the office: what the office looks into and decides among itself it does not. */
    boolean shownToEnterprise(StepDetails details) {
        return switch (this) {
            case PUSH, ACKNOWLEDGE, RETURN, RECTIFY, REVIEW, CLOSE, REOPEN, EXTEND, ANSWER, REPORT_RECTIFIED -> true;
            case VERIFY, TRANSFER, MISREPORT -> false;
            case COMMENT, ATTACH -> details.truth(DetailField.SHARED);
        };
    }

    /** Whether a step is read by the office alone. */
    public boolean internal(Side side, StepDetails details) {
        return side == Side.OFFICE && !shownToEnterprise(details);
    }
}
