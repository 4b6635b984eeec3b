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
 * A clock that goes wrong on request, for {@code greenpark chaos}: the file {@code test-clock} in the data folder says by
 * how much, as an ISO 8601 duration, and may change at any time. It takes two deliberate acts to get it, the file and
 * {@code GREENPARK_TEST_CLOCK=wrong-on-purpose} in the environment; with the second alone nothing starts, with the first
 * alone the time is right. Every start with it says so at length.
 */
final class TestClock extends Clock {
    static final String VARIABLE = "GREENPARK_TEST_CLOCK";
    static final String VALUE = "wrong-on-purpose";
    static final String FILE = "test-clock";

    private static final Logger LOG = LoggerFactory.getLogger(TestClock.class);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Clock right;
    private final Path file;
    private volatile long lookedNanos;
    private volatile Duration offset;

    private TestClock(Clock right, Path file, Duration offset) {
        this.right = right;
        this.file = file;
        this.offset = offset;
        this.lookedNanos = System.nanoTime();
    }

    /** The clock of a server: the machine's, unless a wrong one was asked for twice. */
    static Clock of(Path data) {
        return of(data, System.getenv().getOrDefault(VARIABLE, ""), Clock.systemUTC());
    }

    static Clock of(Path data, String wish, Clock right) {
        if (wish.isEmpty()) {
            return right;
        }
        Path file = data.resolve(FILE);
        if (!wish.equals(VALUE) || !Files.exists(file)) {
            throw UserError.usage(
                    VARIABLE + ": \"" + wish + "\" makes the clock go wrong for tests and is accepted only as" + " \""
                            + VALUE + "\" beside the file \"" + file + "\"; unset it");
        }
        TestClock clock = new TestClock(right, file, read(file));
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
        if (now - lookedNanos > LOOK_NANOS) {
            lookedNanos = now;
            offset = read(file);
        }
        return right.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new TestClock(right.withZone(zone), file, offset);
    }
}
