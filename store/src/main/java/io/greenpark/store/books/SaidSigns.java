package io.greenpark.store.books;

import io.greenpark.park.live.PointSign;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What these books lately wrote into {@code live_point}. Rows only move on, so what says no more than that need not be asked of
 * the database, where a row that is not written is locked all the same.
 */
final class SaidSigns {
    /** What says no more than a minute's news is left for the next time: devices that send every second cost little. */
    static final long NEWS_MS = 60_000;

    private final Map<String, Said> known = new ConcurrentHashMap<>();

    private record Said(long arrivalMs, long timeMs) {}

    InTransaction begin() {
        return new InTransaction();
    }

    /** What one transaction writes; it is remembered once it has committed. */
    final class InTransaction {
        private final Map<String, Said> written = new HashMap<>();

        private InTransaction() {}

        /** Whether the row would certainly stay as it is. */
        boolean saysNothing(PointSign sign) {
            Said said = written.getOrDefault(sign.pointId(), known.get(sign.pointId()));
            return said != null && sign.timeMs() < said.timeMs + NEWS_MS && sign.arrivalMs() < said.arrivalMs + NEWS_MS;
        }

        void written(PointSign sign) {
            written.put(sign.pointId(), new Said(sign.arrivalMs(), sign.timeMs()));
        }

        void publish() {
            known.putAll(written);
        }
    }
}
