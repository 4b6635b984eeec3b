package io.greenpark.operations.canary;

import io.greenpark.operations.status.CanaryStatus.Stage;
import java.util.Set;
import java.util.function.Supplier;

/** The stages behind the door, where a probe is looked for. */
public interface Checkpoints {
    /** The stages every probe must reach behind the door. */
    Set<Stage> stages();

    /**
     * Follows a probe that the door has just acknowledged.
     *
     * @param timeMs its time
     * @return supplies the stages it has reached by now; may block, may fail if the books do
     */
    Supplier<Set<Stage>> follow(long timeMs);
}
