package io.greenpark.ingest.intake;

import io.greenpark.park.log.LogSlice;
import io.greenpark.park.log.LogUnavailableException;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** A real log whose commits can be held back, or fail, so that tests see what happens meanwhile. */
public final class GatedLog implements TelemetryLog {
    private final TelemetryLog log;
    private final List<Runnable> held = new ArrayList<>();
    private final AtomicInteger appends = new AtomicInteger();
    private boolean shut;
    private boolean broken;

    public GatedLog(TelemetryLog log) {
        this.log = log;
    }

    /** From now on appends wait. */
    public synchronized void shut() {
        shut = true;
    }

    /** Lets waiting and later appends through. */
    public synchronized void open() {
        shut = false;
        held.forEach(Runnable::run);
        held.clear();
    }

    /** Whether appends fail from now on, as on a full disk. */
    public synchronized void broken(boolean now) {
        broken = now;
    }

    /** How many appends there were. */
    public int appends() {
        return appends.get();
    }

    /** How many appends wait. */
    public synchronized int waiting() {
        return held.size();
    }

    @Override
    public synchronized CompletionStage<Position> append(List<Reading> batch) {
        appends.incrementAndGet();
        if (broken) {
            return CompletableFuture.failedFuture(new LogUnavailableException("the disk is full"));
        }
        if (!shut) {
            return log.append(batch);
        }
        CompletableFuture<Position> later = new CompletableFuture<>();
        held.add(() -> log.append(batch).whenComplete((position, failure) -> {
            if (failure == null) {
                later.complete(position);
            } else {
                later.completeExceptionally(failure);
            }
        }));
        return later;
    }

    @Override
    public LogSlice readAfter(Position position, int max) {
        return log.readAfter(position, max);
    }

    @Override
    public Position end(int partition) {
        return log.end(partition);
    }

    @Override
    public Position start(int partition) {
        return log.start(partition);
    }

    @Override
    public void register(String reader, CommittedPosition committed) {
        log.register(reader, committed);
    }

    @Override
    public void onAppend(Runnable wakeUp) {
        log.onAppend(wakeUp);
    }

    @Override
    public void close() {
        log.close();
    }
}
