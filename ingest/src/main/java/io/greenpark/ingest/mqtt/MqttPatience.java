package io.greenpark.ingest.mqtt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * How long the strangers of one event loop have been waited for. Only time counts in which the loop was listening and it was
 * the stranger's turn: while it is busy, what they have sent lies unread, and when thousands come at once nobody is to be
 * closed for what is ours to do. On its event loop.
 */
final class MqttPatience {
    /** Who has sent nothing after this part of the time makes room, if there is none. */
    private static final int PART_OF_SILENT = 4;

    private static final int LOOKS = 40;

    private final MqttVisitors visitors;
    private final long timeoutNanos;
    private final LongSupplier nanos;
    private final Set<MqttVisit> strangers = new LinkedHashSet<>();
    private long lookedNanos;

    /** @param nanos a clock that only goes forward, {@code System::nanoTime} */
    MqttPatience(MqttVisitors visitors, Duration connectTimeout, LongSupplier nanos) {
        this.visitors = visitors;
        this.timeoutNanos = connectTimeout.toNanos();
        this.nanos = nanos;
        this.lookedNanos = nanos.getAsLong();
    }

    /** How often to {@link #look}. */
    static Duration every(Duration connectTimeout) {
        return connectTimeout.dividedBy(LOOKS);
    }

    void await(MqttVisit stranger) {
        strangers.add(stranger);
    }

    /** It has signed in, or is gone. */
    void awaitNoLonger(MqttVisit stranger) {
        strangers.remove(stranger);
    }

    /** Counts the time since the last look, which is longer than it should be if the loop was busy, and tells who is late. */
    void look() {
        long now = nanos.getAsLong();
        long listened = Math.min(now - lookedNanos, 2 * timeoutNanos / LOOKS);
        lookedNanos = now;
        List<MqttVisit> late = new ArrayList<>();
        for (MqttVisit stranger : strangers) {
            long waited = stranger.waited(listened);
            if (waited >= timeoutNanos) {
                late.add(stranger);
            } else if (waited >= timeoutNanos / PART_OF_SILENT && stranger.fallSilent()) {
                visitors.silent(stranger);
            }
        }
        for (MqttVisit stranger : late) {
            strangers.remove(stranger);
            stranger.cut();
        }
    }
}
