package io.greenpark.store.deadletter;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.DeadLetters.StoredDeadLetter;
import io.greenpark.park.deadletter.DeadLettersUnavailableException;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.deadletter.TurnQueue.Group;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writing thread: commits what arrived while the former commit ran, of each sender a share, merging like dead letters and making
 * room; what waits to be claimed, too.
 */
final class DeadLetterWriter implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterWriter.class);
    private static final int MAX_BATCH = 1_024;
    /** Of one sender in a commit: some milliseconds, that others wait for who come while it runs. */
    private static final int SHARE = 32;

    private static final long IDLE_MS = 60_000;
    private static final int MAX_TEXT = 1_024;

    /** What is done in a commit. */
    @FunctionalInterface
    interface Work {
        void in(DeadLetterWriter writer);
    }

    private final DeadLetterConfig config;
    private final Clock clock;
    private final TurnQueue<Work> queue;
    private final DeadLetterTable table;
    private final StrangerRows strangers;
    private final QuarantineKeeper quarantine;
    private final Map<RejectReason, Long> counts = new EnumMap<>(RejectReason.class);
    private long lastId;
    private long rows;
    private volatile @Nullable String failure;

    DeadLetterWriter(
            DeadLetterConfig config,
            QuarantineKeeper quarantine,
            Clock clock,
            TurnQueue<Work> queue,
            DeadLetterTable table) {
        this.quarantine = quarantine;
        this.config = config;
        this.clock = clock;
        this.queue = queue;
        this.table = table;
        this.strangers = new StrangerRows(table);
        this.lastId = table.lastId();
        this.rows = table.rows();
    }

    /** Why the newest dead letters could not be kept; null if they could. An idle writer tries again every minute. */
    @Nullable
    String failure() {
        return failure;
    }

    @Override
    public void run() {
        try {
            while (!queue.isClosed()) {
                commit(queue.take(SHARE, MAX_BATCH, IDLE_MS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            queue.close();
            table.close();
        }
    }

    /** An empty group only makes room by age. */
    private void commit(Group<Work> group) {
        long lastIdBefore = lastId;
        long rowsBefore = rows;
        try {
            table.transaction(() -> write(group));
        } catch (RuntimeException e) {
            lastId = lastIdBefore;
            rows = rowsBefore;
            strangers.forget();
            fail(group, e);
            countAnew();
            return;
        }
        if (failure != null) {
            failure = null;
            LOG.info("dead letters: kept again");
        }
        queue.settled(group);
    }

    private void fail(Group<Work> group, RuntimeException cause) {
        if (failure == null) {
            LOG.error("dead letters cannot be kept; their senders are not answered until this is mended", cause);
        }
        failure = "dead letters: could not be written: " + cause.getMessage();
        queue.failed(
                group,
                () -> new DeadLettersUnavailableException(
                        "dead letters: could not be written: " + cause.getMessage(), cause));
    }

    /** What the file has is asked for; while it cannot be read, nothing can be written either, and it is asked again then. */
    private void countAnew() {
        try {
            quarantine.countAnew();
        } catch (RuntimeException e) {
            LOG.debug("what waits to be claimed cannot be counted yet", e);
        }
    }

    /** Keeps a refusal. */
    void take(DeadLetter letter) {
        put(clip(letter));
        counts.merge(letter.reason(), 1L, Long::sum);
    }

    QuarantineKeeper quarantine() {
        return quarantine;
    }

    private void write(Group<Work> group) {
        counts.clear();
        for (Work work : group.works()) {
            work.in(this);
        }
        counts.forEach(table::countRefusals);
        quarantine.sweep();
        long before = rows;
        rows -= table.deleteArrivedBefore(clock.millis() - config.keep().toMillis());
        if (rows > config.maxRows()) {
            rows -= table.deleteOldest(rows - config.maxRows());
        }
        if (rows < before) {
            strangers.forget();
        }
    }

    private void put(DeadLetter letter) {
        int max = letter.stranger() ? config.maxPerStranger() : config.maxPerSender();
        long ofSender = table.rowsOf(letter.sender(), letter.stranger());
        if (ofSender >= max) {
            Optional<StoredDeadLetter> like = table.newestLike(letter);
            if (like.isPresent()) {
                merge(like.get(), letter);
                return;
            }
            makeRoomOf(letter, ofSender - max + 1);
        }
        add(letter, 1, letter.arrivalMs());
    }

    private void add(DeadLetter letter, long count, long firstMs) {
        if (letter.stranger()) {
            makeRoomAmongStrangers(letter.door());
            strangers.add(letter.door(), 1);
        }
        table.insert(new StoredDeadLetter(++lastId, letter, count, firstMs));
        rows++;
    }

    private void makeRoomOf(DeadLetter letter, long more) {
        if (letter.stranger()) {
            table.doorsOfOldest(letter.sender(), more).forEach(door -> strangers.add(door, -1));
        }
        rows -= table.deleteOldest(letter.sender(), letter.stranger(), more);
    }

    private void makeRoomAmongStrangers(Door door) {
        long ofDoor = strangers.at(door);
        if (ofDoor >= config.maxStrangerRows()) {
            int deleted = table.deleteOldestStrangers(door, ofDoor - config.maxStrangerRows() + 1);
            rows -= deleted;
            strangers.add(door, -deleted);
        }
    }

    private void merge(StoredDeadLetter into, DeadLetter letter) {
        if (letter.stranger()) {
            strangers.add(into.letter().door(), -1);
        }
        table.delete(into.id());
        rows--;
        add(letter, into.count() + 1, into.firstMs());
    }

    /** Doors cut what they send here; this holds even if one does not. */
    private static DeadLetter clip(DeadLetter l) {
        return new DeadLetter(
                l.door(),
                clip(l.sender()),
                l.deviceId() == null ? null : clip(l.deviceId()),
                l.key() == null ? null : clip(l.key()),
                l.reason(),
                new Bilingual(clip(l.detail().zh()), clip(l.detail().en())),
                clip(l.excerpt()),
                l.arrivalMs(),
                l.stranger());
    }

    private static String clip(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT);
    }
}
