package io.greenpark.deploy.bench.soak;

import io.greenpark.deploy.bench.PipelineServer;
import io.greenpark.deploy.command.UserError;
import io.greenpark.sim.load.LoadOptions;
import java.time.Clock;
import java.time.Duration;

/** The loads of a soak: a short one as fast as it is acknowledged, and the live one by a schedule. */
final class SoakLoad {
    /** Messages of a device under way, and how far it may be ahead of the slowest: readings stay in order of time. */
    private static final int WINDOW = 8;

    private static final int LEAD = 16;
    /** While a server halts, so many messages of a device may wait before the schedule is held up. */
    private static final int LIVE_WINDOW = 100;

    private static final Duration LONGEST = Duration.ofMinutes(30);
    /** A generator's register falls back after this, and a register that falls back is another matter. */
    static final long MOST_MESSAGES = 27_000;

    private SoakLoad() {}

    /** How often each device reports at a rate, in whole milliseconds: device times keep step with the schedule. */
    static Duration interval(int devices, double readingsPerSecond) {
        double ms = devices * SoakPark.POINTS_PER_DEVICE * 1_000.0 / readingsPerSecond;
        return Duration.ofMillis(Math.max(1, (long) Math.ceil(ms)));
    }

    /** Readings a second of devices that report at an interval. */
    static double rate(int devices, Duration interval) {
        return devices * SoakPark.POINTS_PER_DEVICE * 1_000.0 / interval.toMillis();
    }

    /** Fails with words if a device would send more than a generator's registers can count. */
    static void check(SoakOptions options, Duration interval) {
        if (options.duration().dividedBy(interval) >= MOST_MESSAGES) {
            throw UserError.usage("--minutes " + options.duration().toMinutes() + " at a message of each device every "
                    + interval.toMillis() + " ms: more than " + MOST_MESSAGES
                    + " messages a device; take more --devices, a lower --rate or fewer --minutes");
        }
    }

    /** The latest messages up to now, a second apart, as fast as they are acknowledged. */
    static LoadOptions calibration(PipelineServer server, int devices, int messages, Clock clock) {
        long start = clock.millis() - messages * 1_000L;
        return new LoadOptions(
                server.address(),
                server.senders(SoakPark.devices(devices)),
                WINDOW,
                SoakPark.keys(),
                start,
                1_000,
                Duration.ZERO,
                LONGEST,
                messages,
                SoakPark.REGISTERS,
                LEAD,
                Duration.ZERO);
    }

    /**
     * Live: a message is sent within an interval after its device time, which is never ahead of the clock, as if all devices
     * read their points at the same instant and sent one after the other.
     */
    static LoadOptions live(PipelineServer server, SoakOptions options, Duration interval, Clock clock) {
        return new LoadOptions(
                        server.address(),
                        server.senders(SoakPark.devices(options.devices())),
                        LIVE_WINDOW,
                        SoakPark.keys(),
                        clock.millis(),
                        interval.toMillis(),
                        Duration.ZERO,
                        options.duration(),
                        Long.MAX_VALUE,
                        SoakPark.REGISTERS,
                        Long.MAX_VALUE,
                        Duration.ZERO)
                .every(interval);
    }
}
