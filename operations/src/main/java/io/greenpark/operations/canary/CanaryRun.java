package io.greenpark.operations.canary;

import io.greenpark.operations.status.CanaryStatus.Stage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One probe on its way: which stages it has reached, and how long each took. One thread.
 *
 * @see CanaryLoop
 */
final class CanaryRun {
    private final Set<Stage> wanted;
    private final Map<Stage, Duration> reached = new EnumMap<>(Stage.class);
    private @Nullable String failure;

    CanaryRun(Set<Stage> wanted) {
        this.wanted = EnumSet.copyOf(wanted);
        this.wanted.add(Stage.ACKNOWLEDGED);
    }

    void reached(Set<Stage> stages, Duration after) {
        stages.forEach(stage -> reached.putIfAbsent(stage, after));
    }

    /** Sending it or looking for it failed; it may have arrived all the same. */
    void failed(String reason) {
        failure = reason;
    }

    boolean arrived() {
        return reached.keySet().containsAll(wanted);
    }

    Map<Stage, Duration> stages() {
        return reached;
    }

    /** Where it was lost, as a sentence; null if it arrived. */
    @Nullable
    String problem(Duration within) {
        if (arrived()) {
            return null;
        }
        Set<Stage> lacking = EnumSet.copyOf(wanted);
        lacking.removeAll(reached.keySet());
        Stage first = lacking.iterator().next();
        String where =
                switch (first) {
                    case ACKNOWLEDGED -> "the MQTT door did not acknowledge it";
                    case STORED -> "acknowledged, but not in the reading store";
                    case HEARD -> "acknowledged, but the live state has not heard it";
                    case INFLUX -> "acknowledged and stored, but InfluxDB has not answered for it";
                };
        return "canary: " + where + " within " + within.toSeconds() + " s"
                + (failure == null ? "" : " (" + failure + ")") + "; see readers and doors";
    }
}
