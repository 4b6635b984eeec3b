package io.greenpark.alerts.marking;

import io.greenpark.park.text.Bilingual;

/** How far a mark is. */
public enum MarkState {
    /** It waits for the authority to decide. */
    SUBMITTED("待审核", "Waits to be decided"),
    /** The authority takes it as true: it has its effect. */
    ACCEPTED("已采信", "Accepted"),
    /** The authority does not. */
    REJECTED("不予采信", "Rejected"),
    /** Who made it took it back before it was decided. */
    WITHDRAWN("已撤回", "Withdrawn"),
    /** It was made after its term: on record, without effect. */
    LATE("逾期，仅备案", "Late: on record only"),
    /** It was accepted and found wrong later: what it left out is judged after all. */
    REVOKED("已撤销采信", "Acceptance revoked");

    private final Bilingual words;

    MarkState(String zh, String en) {
        this.words = new Bilingual(zh, en);
    }

    public Bilingual words() {
        return words;
    }
}
