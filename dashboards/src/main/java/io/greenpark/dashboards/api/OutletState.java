package io.greenpark.dashboards.api;

import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** How a point of an outlet stands by its newest closed mean, and an outlet by the worst of its points; the best first. */
enum OutletState {
    KEPT("符合", "Kept"),
    /** It is not seen to be exceeded, by a limit that is not confirmed. */
    UNCONFIRMED("未见超标（限值未经确认）", "No exceedance seen (limit not confirmed)"),
    /** There is no limit, or too few valid values, or the rules have not come to it yet. */
    NOT_JUDGED("未判断", "Not judged"),
    /** There is no mean of late. */
    NO_DATA("无数据", "No data"),
    /** The limit is not confirmed, or the data are but a clue. */
    SUSPECTED("疑似超标", "Suspected exceedance"),
    EXCEEDED("超标", "Exceeded");

    private final Bilingual text;

    OutletState(String zh, String en) {
        this.text = new Bilingual(zh, en);
    }

    Bilingual text() {
        return text;
    }

    /** By what the rules say of it; null where they have said nothing. */
    static OutletState of(@Nullable Verdict verdict) {
        if (verdict == null) {
            return NOT_JUDGED;
        }
        return switch (verdict.outcome()) {
            case RAISES -> verdict.confirmed() && verdict.evidence() ? EXCEEDED : SUSPECTED;
            case HOLDS, CLEARS -> verdict.confirmed() ? KEPT : UNCONFIRMED;
            case UNJUDGED -> NOT_JUDGED;
        };
    }

    OutletState worse(OutletState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
