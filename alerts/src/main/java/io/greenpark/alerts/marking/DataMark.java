package io.greenpark.alerts.marking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mark.
 *
 * @param id as people write it: {@code BJ-20261130-7KQ2MX}
 * @param points the points it is about, as the registry had them when it was made
 * @param from from when, to the minute
 * @param to until when, exclusive
 * @param files ids of the documents that show it
 * @param by who made it
 * @param account the account that answers for that
 * @param term until when it had to be made
 * @param decideBy until when it is to be decided
 * @param rules version of the {@link MarkingRules} it was made under
 * @param rule code of the rule that took it
 * @param effect what it does, once accepted
 * @param effectTo until when it does so, exclusive; null while it is not accepted
 * @param decision who decided what was decided last, when and with which word; null before
 */
public record DataMark(
        String id,
        String enterpriseId,
        MarkTarget target,
        List<String> points,
        MarkKind kind,
        Instant from,
        Instant to,
        String reason,
        List<String> files,
        String by,
        String account,
        Instant made,
        Instant term,
        Instant decideBy,
        long rules,
        String rule,
        MarkState state,
        MarkEffect effect,
        @Nullable Instant effectTo,
        @Nullable Decision decision) {
    public DataMark {
        points = List.copyOf(points);
        files = List.copyOf(files);
    }

    /** Who decided, when, with which word. */
    public record Decision(String by, Instant at, String word) {}

    /** The same of other points. */
    DataMark of(List<String> others) {
        return with(others, state, effectTo, decision);
    }

    /** What becomes of it by a decision, with until when it does what it does. */
    DataMark decided(MarkState now, @Nullable Instant until, Decision last) {
        return with(points, now, until, last);
    }

    private DataMark with(List<String> ofPoints, MarkState now, @Nullable Instant until, @Nullable Decision last) {
        return new DataMark(
                id,
                enterpriseId,
                target,
                ofPoints,
                kind,
                from,
                to,
                reason,
                files,
                by,
                account,
                made,
                term,
                decideBy,
                rules,
                rule,
                now,
                effect,
                until,
                last);
    }

    /** Whether it leaves time out of judging. */
    public boolean leavesOut() {
        return state == MarkState.ACCEPTED && effect != MarkEffect.NONE;
    }
}
