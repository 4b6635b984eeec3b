package io.greenpark.deploy.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Bounds the lines of loggers that strangers can make write: beyond so many in a minute, one logger's lines are left out, and
 * how many were is told with its next line. Debug lines are not bounded: they are asked for.
 */
public final class BoundedLog extends TurboFilter {
    private static final long MINUTE_MS = 60_000;

    private final LongSupplier nowMs;
    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();
    private List<String> loggers = List.of();
    private int linesPerMinute = 20;

    /** For Logback, which sets the rest. */
    public BoundedLog() {
        this(System::currentTimeMillis);
    }

    BoundedLog(LongSupplier nowMs) {
        this.nowMs = nowMs;
    }

    /** The loggers that are bounded, each with those below it, separated by commas. */
    public void setLoggers(String names) {
        loggers = Stream.of(names.split(",")).map(String::strip).toList();
    }

    /** How many lines of one logger are written in a minute. */
    public void setLinesPerMinute(int lines) {
        linesPerMinute = lines;
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable thrown) {
        // Without a text it is only asked whether a line would be written.
        boolean line = level.isGreaterOrEqual(Level.INFO) && (format != null || thrown != null);
        if (!line || !logger.isEnabledFor(level) || !isBounded(logger.getName())) {
            return FilterReply.NEUTRAL;
        }
        long leftOut =
                minutes.computeIfAbsent(logger.getName(), name -> new Minute()).ask(nowMs.getAsLong(), linesPerMinute);
        if (leftOut > 0) {
            logger.getLoggerContext()
                    .getLogger(BoundedLog.class)
                    .warn(
                            "{} lines of {} were left out: more than {} in a minute",
                            leftOut,
                            logger.getName(),
                            linesPerMinute);
        }
        return leftOut < 0 ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private boolean isBounded(String name) {
        for (String logger : loggers) {
            if (name.startsWith(logger) && (name.length() == logger.length() || name.charAt(logger.length()) == '.')) {
                return true;
            }
        }
        return false;
    }

    private static final class Minute {
        private long sinceMs = Long.MIN_VALUE;
        private int lines;
        private long leftOut;

        /** How many lines were left out before this one; -1 if it is left out too. */
        synchronized long ask(long nowMs, int max) {
            if (sinceMs == Long.MIN_VALUE || nowMs - sinceMs >= MINUTE_MS || nowMs < sinceMs) {
                sinceMs = nowMs;
                lines = 0;
            }
            if (lines >= max) {
                leftOut++;
                return -1;
            }
            lines++;
            long before = leftOut;
            leftOut = 0;
            return before;
        }
    }
}
