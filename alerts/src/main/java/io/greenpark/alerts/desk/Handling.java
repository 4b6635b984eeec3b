package io.greenpark.alerts.desk;

import io.greenpark.alerts.handling.HandlingAction;
import io.greenpark.alerts.handling.Procedure;
import io.greenpark.alerts.handling.Refusal;
import io.greenpark.alerts.handling.Side;
import io.greenpark.alerts.handling.Term;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people do about a case, as somebody is shown it.
 *
 * @param procedure that it runs under
 * @param version of the procedures
 * @param stageAt since when it is at its stage
 * @param term how long there is for what is next; null where there is no term, or people have given another
 * @param lastStep number of its last step, to be sent with what is done next
 * @param side on which whoever asks acts; null where that one only looks
 * @param open what whoever asks can do now
 * @param steps what its steps carry, by their number
 */
public record Handling(
        Procedure procedure,
        long version,
        Instant stageAt,
        @Nullable Instant pushedAt,
        @Nullable Term term,
        int lastStep,
        @Nullable Side side,
        List<OpenAction> open,
        Map<Integer, StepDetail> steps) {
    public Handling {
        open = List.copyOf(open);
        steps = Map.copyOf(steps);
    }

    /**
     * Something that can be done about it.
     *
     * @param refused why not by whoever asks, or not yet; null where that one can
     */
    public record OpenAction(
            HandlingAction action, @Nullable Refusal refused) {}
}
