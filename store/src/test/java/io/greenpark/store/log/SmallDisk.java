package io.greenpark.store.log;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** A disk whose free room a test decides. */
public final class SmallDisk {
    private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);

    public void free(long bytes) {
        free.set(bytes);
    }

    /** A log on this disk, in a directory of the real one. */
    public SqliteTelemetryLog open(Path dir, LogConfig config, Clock clock) {
        return SqliteTelemetryLog.open(dir, config, clock, free::get);
    }
}
