package io.greenpark.store.log;

import io.greenpark.park.log.LogUnavailableException;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.store.commit.CommitQueue;
import io.greenpark.store.commit.CommitQueue.Append;
import io.greenpark.store.commit.CommitQueue.Group;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The log's one writing thread: takes what arrived while the former commit ran, commits it as one row at the
 * {@link LogTail}, completes the appends in their order and wakes the readers.
 */
final class LogWriter implements Runnable {
    private static final long IDLE_MS = 60_000;

    private final CommitQueue<Reading, Position> queue;
    private final int maxBatch;
    private final LogTail tail;
    private final AppendHealth health;
    private final Retention retention;
    private final AppendListeners listeners;

    /** @param maxBatch readings of one commit; a larger append is still one commit */
    LogWriter(
            CommitQueue<Reading, Position> queue,
            int maxBatch,
            LogTail tail,
            AppendHealth health,
            Retention retention,
            AppendListeners listeners) {
        this.queue = queue;
        this.maxBatch = maxBatch;
        this.tail = tail;
        this.health = health;
        this.retention = retention;
        this.listeners = listeners;
    }

    @Override
    public void run() {
        try {
            while (!queue.isClosed()) {
                Group<Reading, Position> group = queue.take(maxBatch, IDLE_MS);
                if (!group.isEmpty()) {
                    commit(group);
                }
                retention.applyWhenDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            queue.close();
            tail.close();
        }
    }

    private void commit(Group<Reading, Position> group) {
        long first;
        long begun = System.nanoTime();
        try {
            health.requireRoom();
            first = tail.append(readings(group));
        } catch (SQLException | IOException | RuntimeException | OutOfMemoryError e) {
            tail.close();
            fail(group, e);
            return;
        }
        long nanos = System.nanoTime() - begun;
        queue.settled(group);
        health.committed(group.size(), nanos);
        complete(group, first);
        listeners.wakeAll();
    }

    private static List<Reading> readings(Group<Reading, Position> group) {
        List<Reading> readings = new ArrayList<>(group.size());
        for (Append<Reading, Position> append : group.appends()) {
            readings.addAll(append.batch());
        }
        return Collections.unmodifiableList(readings);
    }

    private static void complete(Group<Reading, Position> group, long first) {
        long end = first;
        for (Append<Reading, Position> append : group.appends()) {
            end += append.batch().size();
            append.done().complete(new Position(0, end));
        }
    }

    private void fail(Group<Reading, Position> group, Throwable cause) {
        String why = health.failed(cause);
        queue.settled(group);
        group.fail(() -> new LogUnavailableException(why, cause));
    }
}
