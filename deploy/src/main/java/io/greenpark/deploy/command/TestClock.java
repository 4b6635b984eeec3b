package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A clock that is wrong on purpose, for {@code greenpark chaos}: the file {@code test-clock} in the data folder has the
 * offset as an ISO 8601 duration, which may change at any time. It takes both the file and
 * {@code GREENPARK_TEST_CLOCK=wrong-on-purpose} in the environment; the variable alone stops the start, the file alone
 * changes nothing. Every start with it logs a warning.
 */
final class TestClock extends Clock {
    static final String VARIABLE = "GREENPARK_TEST_CLOCK";
    static final String VALUE = "wrong-on-purpose";
    static final String FILE = "test-clock";

    private static final Logger LOG = LoggerFactory.getLogger(TestClock.class);
    private static final long REREAD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Clock base;
    private final Path file;
    private volatile long readNanos;
    private volatile Duration offset;

    private TestClock(Clock base, Path file, Duration offset) {
        this.base = base;
        this.file = file;
        this.offset = offset;
        this.readNanos = System.nanoTime();
    }

    /** The clock of a server: the machine's, unless a wrong one is requested by variable and file. */
    static Clock of(Path data) {
        return of(data, System.getenv().getOrDefault(VARIABLE, ""), Clock.systemUTC());
    }

    static Clock of(Path data, String requested, Clock base) {
        if (requested.isEmpty()) {
            return base;
        }
        Path file = data.resolve(FILE);
        if (!requested.equals(VALUE) || !Files.exists(file)) {
            throw UserError.usage(
                    VARIABLE + ": \"" + requested + "\" makes the clock go wrong for tests and is accepted only as"
                            + " \"" + VALUE + "\" beside the file \"" + file + "\"; unset it");
        }
        TestClock clock = new TestClock(base, file, read(file));
        LOG.warn(
                "TEST CLOCK: every time of this process is wrong by what {} says ({} now); never use this data folder for"
                        + " anything but tests",
                file,
                clock.offset);
        return clock;
    }

    private static Duration read(Path file) {
        try {
            String text = Files.readString(file).strip();
            return text.isEmpty() ? Duration.ZERO : Duration.parse(text);
        } catch (IOException | DateTimeException e) {
            throw UserError.failed("\"" + file + "\" holds no ISO 8601 duration such as PT-30M: " + e.getMessage());
        }
    }

    @Override
    public Instant instant() {
        long now = System.nanoTime();
        if (now - readNanos > REREAD_NANOS) {
            readNanos = now;
            offset = read(file);
        }
        return base.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new TestClock(base.withZone(zone), file, offset);
    }
}
