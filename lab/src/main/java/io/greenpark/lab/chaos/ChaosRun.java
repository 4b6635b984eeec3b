package io.greenpark.lab.chaos;

import io.greenpark.lab.chaos.check.BooksReadout;
import io.greenpark.lab.chaos.check.Comparison;
import io.greenpark.lab.chaos.check.InfluxReadout;
import io.greenpark.lab.chaos.check.LogReadout;
import io.greenpark.lab.chaos.check.MonthSum;
import io.greenpark.lab.chaos.check.NoticeCheck;
import io.greenpark.lab.chaos.check.SeenReadings;
import io.greenpark.lab.ledger.LedgerBook;
import io.greenpark.lab.ledger.LedgerGenerator;
import io.greenpark.lab.ledger.LedgerLoad;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run: a park sends while the plan strikes; then everything is worked off, stopped and compared. */
public final class ChaosRun {
    private static final int WINDOW = 64;
    private static final Duration FIRST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(5);
    private static final long POLL_MS = 250;
    private static final int QUIET_POLLS = 3;

    private final ChaosOptions options;
    private final PrintStream out;
    private final Clock clock;
    private final List<Incident> incidents = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private Duration drained = Duration.ZERO;

    private ChaosRun(ChaosOptions options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Runs and compares.
     *
     * @param out told what happens meanwhile
     * @throws IOException if the world around the server cannot be made; what goes wrong with the server is in the result
     */
    public static ChaosResult run(ChaosOptions options, PrintStream out, Clock clock) throws Exception {
        return new ChaosRun(options, out, clock).run();
    }

    private ChaosResult run() throws Exception {
        long began = System.nanoTime();
        try (TestEnvironment world = TestEnvironment.open(options, List.of(), clock)) {
            Path ledger = world.folder.resolve("ledger");
            Plan plan = Plan.of(options.seed(), options.kills(), world.possible(), options.spread());
            out.printf(
                    "chaos: seed %d, %d faults, folder %s%n",
                    options.seed(), plan.steps().size(), world.folder);
            world.startServer(FIRST_START);
            long lostConnections;
            try (LedgerGenerator generator = LedgerGenerator.start(
                    world.park.load(), world.door(), world.senders(), WINDOW, ledger, options.seed())) {
                strike(plan, new FaultMaker(world, generator, began), generator);
                settle(world, generator);
                lostConnections = generator.lostConnections();
            }
            drain(world);
            world.server.close();
            out.println("chaos: comparing");
            LedgerBook book =
                    LedgerBook.read(ledger, world.park.load().devices().size());
            return new ChaosResult(
                    options,
                    plan,
                    incidents,
                    book,
                    world.park.load(),
                    lostConnections,
                    drained,
                    Duration.ofNanos(System.nanoTime() - began),
                    Machine.of(world),
                    compare(world, book),
                    failures,
                    world.folder,
                    world.dataFolder);
        }
    }

    /** A failure to recover ends the faults, but not the comparison: what was acknowledged must be there all the same. */
    private void strike(Plan plan, FaultMaker faults, LedgerGenerator generator) throws InterruptedException {
        try {
            for (Plan.Step step : plan.steps()) {
                Incident incident = faults.make(step);
                incidents.add(incident);
                out.printf(
                        "%7.1f s  %-14s recovered after %.1f s, %d messages acknowledged%n",
                        incident.at().toMillis() / 1e3,
                        step.fault(),
                        incident.ready().plus(incident.recovered()).toMillis() / 1e3,
                        generator.acknowledged());
            }
        } catch (IOException e) {
            failures.add(e.getMessage());
            out.println("chaos: " + e.getMessage());
        }
    }

    private void settle(TestEnvironment world, LedgerGenerator generator) throws IOException, InterruptedException {
        if (!world.server.alive()) {
            world.startServer(FIRST_START);
        }
        long[] last = {generator.acknowledged(), System.nanoTime()};
        boolean settled = generator.settle(() -> standsStill(last, generator.acknowledged()));
        if (!settled) {
            failures.add("not everything that was sent was acknowledged in the end");
        }
    }

    private static boolean standsStill(long[] last, long now) {
        if (now != last[0]) {
            last[0] = now;
            last[1] = System.nanoTime();
        }
        return System.nanoTime() - last[1] > LONGEST_STANDSTILL.toNanos();
    }

    /** Waits until no reader has anything left. */
    private void drain(TestEnvironment world) throws InterruptedException {
        long began = System.nanoTime();
        long[] last = {-1, began};
        int quiet = 0;
        while (quiet < QUIET_POLLS) {
            long lag = world.health
                    .ask()
                    .map(readers ->
                            readers.values().stream().mapToLong(r -> r.lag()).sum())
                    .orElse(Long.MAX_VALUE);
            quiet = lag == 0 ? quiet + 1 : 0;
            if (standsStill(last, lag)) {
                failures.add("not everything was worked off: " + world.health.ask());
                break;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
        drained = Duration.ofNanos(System.nanoTime() - began);
    }

    private List<Comparison> compare(TestEnvironment world, LedgerBook book) throws Exception {
        LedgerLoad load = world.park.load();
        List<BitSet> expected = book.acknowledged();
        List<Comparison> all = new ArrayList<>();
        SeenReadings log = new SeenReadings(load, expected, true);
        LogReadout.read(world.server.data().resolve("log"), log::saw);
        all.add(log.compare("log"));
        try (BooksReadout books = BooksReadout.open(world.booksUrl())) {
            all.addAll(books(world, books, expected));
        }
        if (world.influx != null) {
            SeenReadings influx = new SeenReadings(load, expected, false);
            new InfluxReadout(world.influx.url(), TestEnvironment.DATABASE).read(load, influx);
            all.add(influx.compare("InfluxDB"));
        }
        return all;
    }

    private static List<Comparison> books(TestEnvironment world, BooksReadout books, List<BitSet> expected)
            throws SQLException, IOException {
        LedgerLoad load = world.park.load();
        SeenReadings set = new SeenReadings(load, expected, false);
        books.readings(set);
        Map<MonthSum.Key, Long> sums = MonthSum.expected(load, expected);
        return List.of(
                set.compare("reading store"),
                MonthSum.compare("monthly accounts", sums, books.months()),
                MonthSum.compare("hours of points", sums, books.monthsOfHours()),
                NoticeCheck.compare(books, world.sink.received()),
                NoticeCheck.overlaps(books));
    }
}
