package io.greenpark.alerts.cases;

import io.greenpark.park.text.Bilingual;
import java.util.EnumSet;
import java.util.Set;

/** How far people are with a case (办理阶段). What is measured meanwhile is its {@link Case.State}. */
public enum HandlingStage {
    /** Found, and not yet sent to whom it concerns. */
    NEW(new Bilingual("新发现", "New")),
    /** Sent to the enterprise. */
    PUSHED(new Bilingual("已推送", "Pushed")),
    /** The enterprise has taken note; where it need not answer, the authority has. */
    ACKNOWLEDGED(new Bilingual("已签收", "Acknowledged")),
    /** The enterprise has said what it was and what it does about it. */
    ANSWERED(new Bilingual("已反馈", "Answered")),
    /** The answer is not enough and has to be given again. */
    RETURNED(new Bilingual("已退回", "Returned")),
    /** The authority has looked into it, from its desk or on site. */
    VERIFIED(new Bilingual("已核查", "Verified")),
    /** The enterprise was told to put it right. */
    RECTIFYING(new Bilingual("整改中", "Rectifying")),
    /** The enterprise says that it did. */
    RECTIFIED(new Bilingual("已报整改、待复核", "Rectified, to be reviewed")),
    /** The authority has found it put right. */
    REVIEWED(new Bilingual("已复核", "Reviewed")),
    /** Handed to another office, as one that enforces. */
    TRANSFERRED(new Bilingual("已移交线索", "Handed over as a clue")),
    /** Declared untrue by one person; another one has to confirm it. */
    MISREPORT(new Bilingual("误报待确认", "Misreport, to be confirmed")),
    /** Ended by people. */
    CLOSED(new Bilingual("已销号", "Closed")),
    /** Ended by the platform: nobody has to do anything about it. */
    ENDED(new Bilingual("自动销号", "Closed by the platform"));

    private static final Set<HandlingStage> OVER = EnumSet.of(CLOSED, ENDED);
    private static final Set<HandlingStage> UNTOUCHED = EnumSet.of(NEW, PUSHED, ACKNOWLEDGED);

    private final Bilingual words;

    HandlingStage(Bilingual words) {
        this.words = words;
    }

    /** What practice calls it. */
    public Bilingual words() {
        return words;
    }

    /** Whether nothing is to be done any more. */
    public boolean over() {
        return OVER.contains(this);
    }

    /** Whether nobody has said or found anything of the matter yet. */
    public boolean untouched() {
        return UNTOUCHED.contains(this);
    }
}
