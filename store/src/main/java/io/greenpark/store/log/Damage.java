package io.greenpark.store.log;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports every damaged row once, by its position, however many readers pass it. Any thread. */
final class Damage {
    private static final Logger LOG = LoggerFactory.getLogger(Damage.class);

    /** Is told of each damaged row once. */
    interface DamageListener {
        void damaged(long offset, SegmentFile file, String what);
    }

    private final Set<Long> reported = ConcurrentHashMap.newKeySet();
    private final DamageListener listener;

    /** Reports to the log of the process. */
    Damage() {
        this((offset, file, what) -> LOG.error(
                "log position 0:{}, file {}: {}; the row is skipped and readers are told", offset, file, what));
    }

    Damage(DamageListener listener) {
        this.listener = listener;
    }

    void report(long offset, SegmentFile file, String what) {
        if (reported.add(offset)) {
            listener.damaged(offset, file, what);
        }
    }

    /** How many damaged rows have been met since the log was opened. */
    int count() {
        return reported.size();
    }
}
