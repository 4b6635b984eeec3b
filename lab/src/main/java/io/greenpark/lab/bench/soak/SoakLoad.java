package io.greenpark.lab.bench.soak;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.PipelineServer;
import io.greenpark.lab.load.LoadOptions;
import java.time.Clock;
import java.time.Duration;

/**
 * The loads of a soak: a short one as fast as it is acknowledged, and the one by a schedule. A meter reports every minute;
 * to have tens of thousands of readings per second from thousands of points, their time runs faster than the clock: each
 * message is {@link SoakPark#STEP} later than the one before. So hours and days close, and are compacted, all the while.
 */
final class SoakLoad {
    /** Messages of a device under way, and how far it may be ahead of the slowest: readings stay in order of time. */
    private static final int WINDOW = 8;

    private static final int LEAD = 16;
    /** While a server halts, so many messages of a device may wait before the schedule is held up. */
    private static final int STEADY_WINDOW = 100;

    private static final Duration LONGEST = Duration.ofMinutes(30);
    /** A generator's register falls back after this, and a register that falls back is another matter. */
    static final long MOST_MESSAGES = 27_000;

    private SoakLoad() {}

    /** How often each device reports at a rate, in whole milliseconds. */
    static Duration interval(int devices, double readingsPerSecond) {
        double ms = devices * SoakPark.POINTS_PER_DEVICE * 1_000.0 / readingsPerSecond;
        return Duration.ofMillis(Math.max(1, (long) Math.ceil(ms)));
    }

    /** Readings per second of devices that report at an interval. */
    static double rate(int devices, Duration interval) {
        return devices * SoakPark.POINTS_PER_DEVICE * 1_000.0 / interval.toMillis();
    }

    /** Fails with words if a device would send more than a generator's registers can count. */
    static void check(SoakOptions options, Duration interval) {
        if (options.duration().dividedBy(interval) >= MOST_MESSAGES) {
            throw UserError.usage("--minutes " + options.duration().toMinutes() + " at a message of each device every "
                    + interval.toMillis() + " ms: more than " + MOST_MESSAGES
                    + " messages per device; take more --devices, a lower --rate or fewer --minutes");
        }
    }

    /** The latest messages up to now, as fast as they are acknowledged. */
    static LoadOptions calibration(PipelineServer server, int devices, int messages, Clock clock) {
        long start = clock.millis() - messages * SoakPark.STEP.toMillis();
        return LoadOptions.to(server.address(), server.clients(SoakPark.devices(devices)), SoakPark.keys())
                .window(WINDOW)
                .times(start, SoakPark.STEP.toMillis())
                .duration(LONGEST)
                .messagesPerClient(messages)
                .counters(SoakPark.REGISTERS)
                .lead(LEAD)
                .build();
    }

    /**
     * By a schedule, as if all devices read their points at the same instant and sent one after the other; the last of the
     * device times is that of the begin.
     */
    static LoadOptions steady(PipelineServer server, SoakOptions options, Duration interval, Clock clock) {
        long messages = options.duration().dividedBy(interval) + STEADY_WINDOW;
        return LoadOptions.to(server.address(), server.clients(SoakPark.devices(options.devices())), SoakPark.keys())
                .window(STEADY_WINDOW)
                .times(clock.millis() - messages * SoakPark.STEP.toMillis(), SoakPark.STEP.toMillis())
                .duration(options.duration())
                .counters(SoakPark.REGISTERS)
                .every(interval)
                .build();
    }
}
