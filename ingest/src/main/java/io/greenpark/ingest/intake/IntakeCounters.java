package io.greenpark.ingest.intake;

import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What passed the doors since the start of the process, counted once durable. Any thread may count and read. */
public final class IntakeCounters {
    private final Map<Door, LongAdder> messages = new EnumMap<>(Door.class);
    private final Map<Door, LongAdder> readings = new EnumMap<>(Door.class);
    private final Map<Door, LongAdder> retained = new EnumMap<>(Door.class);
    private final Map<Door, Map<RejectReason, LongAdder>> refusals = new EnumMap<>(Door.class);

    public IntakeCounters() {
        for (Door door : Door.values()) {
            messages.put(door, new LongAdder());
            readings.put(door, new LongAdder());
            retained.put(door, new LongAdder());
            Map<RejectReason, LongAdder> byReason = new EnumMap<>(RejectReason.class);
            for (RejectReason reason : RejectReason.values()) {
                byReason.put(reason, new LongAdder());
            }
            refusals.put(door, byReason);
        }
    }

    void count(ValidatedMessage message) {
        Door door = message.door();
        counter(messages, door).increment();
        counter(readings, door).add(message.readings().size());
        for (DeadLetter deadLetter : message.deadLetters()) {
            counter(counter(refusals, door), deadLetter.reason()).increment();
        }
    }

    /** Counts a message that is no news: a broker kept it and says it again. */
    public void countRetained(Door door) {
        counter(retained, door).increment();
    }

    /** Messages passed over, as a broker had retained them. */
    public long retained(Door door) {
        return counter(retained, door).sum();
    }

    /** Messages answered, whether stored or refused. */
    public long messages(Door door) {
        return counter(messages, door).sum();
    }

    /** Readings stored. */
    public long readings(Door door) {
        return counter(readings, door).sum();
    }

    /** Values and messages refused, by reason; every reason is present. */
    public Map<RejectReason, Long> refusals(Door door) {
        Map<RejectReason, Long> sums = new EnumMap<>(RejectReason.class);
        counter(refusals, door).forEach((reason, adder) -> sums.put(reason, adder.sum()));
        return sums;
    }

    /** Values and messages refused, in all. */
    public long refused(Door door) {
        return refusals(door).values().stream().mapToLong(Long::longValue).sum();
    }

    private static <K, V> V counter(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("no counter for " + key);
        }
        return value;
    }
}
