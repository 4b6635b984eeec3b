package io.greenpark.influx;

import io.greenpark.influx.WithheldPoints.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of what InfluxDB holds against the rule, for health, and what of it is logged: the same words once. */
final class SweepReport {
    private static final Logger LOG = LoggerFactory.getLogger(SweepReport.class);

    private final Clock clock;
    private volatile @Nullable HeldBack held;
    /** Why deleting came to nothing; null since it last worked. */
    private @Nullable String undeletable;

    private String logged = "";

    SweepReport(Clock clock) {
        this.clock = clock;
    }

    /** Any thread. */
    @Nullable
    HeldBack held() {
        return held;
    }

    /** Something was found in a look that goes on; what was known before is not gone for that. */
    void found(List<Finding> found) {
        if (!found.isEmpty()) {
            HeldBack before = held;
            TreeSet<String> whose = new TreeSet<>(SweepPass.whose(found));
            if (before != null) {
                whose.addAll(before.whose());
            }
            hold(List.copyOf(whose), before == null ? null : before.obstacle());
        }
    }

    /** Deleting worked. */
    void removed(List<Finding> removed, List<Finding> left) {
        undeletable = null;
        LOG.info(
                "{} points of {} are removed from InfluxDB, as they may not be told there",
                removed.stream().mapToInt(f -> f.timesMs().size()).sum(),
                SweepPass.whose(removed));
        List<Finding> all = new ArrayList<>(removed);
        all.addAll(left);
        hold(SweepPass.whose(all), null);
    }

    void undeletable(String words) {
        undeletable = words;
    }

    /** @param removable whether the books would write points in place of any of them */
    void stays(List<Finding> left, boolean removable) {
        if (!removable) {
            undeletable = null;
        }
        String obstacle = undeletable == null ? "the books have nothing to write in their place" : undeletable;
        List<String> whose = SweepPass.whose(left);
        hold(whose, obstacle);
        warn("InfluxDB holds figures of " + whose + " that may not be told there; " + obstacle
                + ". Remove them: greenpark influx withheld --remove");
    }

    /**
     * InfluxDB could not be looked through.
     *
     * @return whether anything may be there that matters
     */
    boolean refused(String words, boolean holdsBack) {
        HeldBack before = held;
        boolean concerns = before != null || holdsBack;
        if (concerns) {
            hold(before == null ? List.of() : before.whose(), words);
        }
        warn("InfluxDB was not cleared of what may not be told there; it is tried again: " + words);
        return concerns;
    }

    void nothing() {
        if (held != null) {
            LOG.info("InfluxDB holds nothing any more that may not be told there");
        }
        held = null;
        undeletable = null;
        logged = "";
    }

    private void hold(List<String> whose, @Nullable String obstacle) {
        HeldBack before = held;
        Instant since = before == null ? clock.instant() : before.since();
        held = new HeldBack(since, whose, obstacle);
    }

    private void warn(String words) {
        if (!words.equals(logged)) {
            LOG.warn(words);
        }
        logged = words;
    }
}
