package io.greenpark.alerts.desk;

import io.greenpark.alerts.handling.StepDetails;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was said with steps of cases, for whoever tells people of them. */
public final class SaidSteps {
    private SaidSteps() {}

    /** What a step carries; nothing where it is no step of handling. */
    public static StepDetails of(Handle handle, String caseId, int step) {
        return Optional.ofNullable(StepDetailTable.of(handle, caseId).get(step))
                .map(StepDetail::details)
                .orElse(StepDetails.NONE);
    }
}
