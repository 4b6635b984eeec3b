package io.greenpark.operations.canary;

import io.greenpark.operations.status.CanaryStatus.Stage;
import java.util.Set;
import java.util.function.Supplier;

/** Where readings come past behind the door. */
public interface Checkpoints {
    /** The stages every beat must reach behind the door. */
    Set<Stage> stages();

    /**
     * Follows a beat that the door has just acknowledged.
     *
     * @param timeMs its time
     * @return tells which stages it has reached by now; may block, may fail where the books do
     */
    Supplier<Set<Stage>> follow(long timeMs);
}
