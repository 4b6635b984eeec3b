package io.greenpark.lab.bench;

import io.greenpark.lab.load.Ledger;
import io.greenpark.lab.load.LoadOptions;
import io.greenpark.park.time.ParkTime;
import io.greenpark.sim.progress.ProgressBar;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The two loads of one row: devices that come back and deliver the time they had no uplink, which ended with the last full
 * hour, and as many others that had one all the time.
 */
final class RecoverLoad {
    /** Longer than the day takes by any aim; what is not acknowledged by then is a failure. */
    private static final Duration LONGEST = Duration.ofHours(3);
    /** Live messages a device may have unacknowledged: it sends on what is due, however late answers come. */
    private static final int LIVE_WINDOW = 120;

    private final RecoverOptions options;
    private final Instant lostFrom;
    private final Instant lostUntil;
    private final Instant liveFrom;
    private final List<String> floodDevices;
    private final List<String> liveDevices;
    private final LogLedger floodLedger;
    private final LogLedger liveLedger;

    RecoverLoad(RecoverOptions options, Instant now) {
        this.options = options;
        lostUntil = now.truncatedTo(ChronoUnit.HOURS);
        lostFrom = lostUntil.minus(options.minutes(), ChronoUnit.MINUTES);
        liveFrom = now.truncatedTo(ChronoUnit.MINUTES).minus(headStart(options.every()));
        List<String> all = PipelinePark.devices(options.devices() + options.live());
        floodDevices = all.subList(0, options.devices());
        liveDevices = all.subList(options.devices(), all.size());
        floodLedger =
                new LogLedger(floodDevices, lostFrom.toEpochMilli(), PipelinePark.MINUTE_MS, options.timesPerMessage());
        liveLedger = new LogLedger(liveDevices, liveFrom.toEpochMilli(), PipelinePark.MINUTE_MS, 1);
    }

    /** Messages that come more often than once a minute are a minute apart all the same: they begin so much earlier. */
    private static Duration headStart(Duration every) {
        long sooner = Math.max(0, PipelinePark.MINUTE_MS - every.toMillis());
        return LONGEST.multipliedBy(sooner).dividedBy(every.toMillis());
    }

    /** The configuration that knows the devices of both. */
    String yaml() {
        return PipelinePark.every(
                        Duration.ofMinutes(1),
                        options.devices() + options.live(),
                        ParkTime.shanghai().dayOf(lostUntil))
                .yaml();
    }

    Instant lostFrom() {
        return lostFrom;
    }

    Instant lostUntil() {
        return lostUntil;
    }

    LogLedger floodLedger() {
        return floodLedger;
    }

    LogLedger liveLedger() {
        return liveLedger;
    }

    /** The ledger of the flood, which also shows how far things are. */
    Ledger floodLedger(ProgressBar bar) {
        return (client, sequence) -> {
            floodLedger.acknowledged(client, sequence);
            bar.at(floodLedger.acknowledged() * options.values());
        };
    }

    LoadOptions flood(BenchServer server) {
        return load(server, floodDevices, lostFrom)
                .window(options.window())
                .messagesPerClient(options.messagesPerDevice())
                .timesPerMessage(options.timesPerMessage())
                .build();
    }

    LoadOptions live(BenchServer server) {
        return load(server, liveDevices, liveFrom)
                .window(LIVE_WINDOW)
                .every(options.every())
                .build();
    }

    private static LoadOptions.Builder load(BenchServer server, List<String> devices, Instant from) {
        return LoadOptions.to(server.address(), server.clients(devices), PipelinePark.keys())
                .times(from.toEpochMilli(), PipelinePark.MINUTE_MS)
                .duration(LONGEST)
                .counters(PipelinePark.REGISTERS);
    }
}
