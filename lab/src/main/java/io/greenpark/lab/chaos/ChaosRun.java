package io.greenpark.lab.chaos;

import io.greenpark.lab.chaos.check.BooksReadout;
import io.greenpark.lab.chaos.check.InfluxReadout;
import io.greenpark.lab.chaos.check.LogReadout;
import io.greenpark.lab.chaos.check.MonthSum;
import io.greenpark.lab.chaos.check.NoticeCheck;
import io.greenpark.lab.chaos.check.SeenReadings;
import io.greenpark.lab.chaos.check.StoreComparison;
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
     * @param out where progress is printed
     * @throws IOException if the environment of the server cannot be set up; what goes wrong with the server is in the result
     */
    public static ChaosResult run(ChaosOptions options, PrintStream out, Clock clock) throws Exception {
        return new ChaosRun(options, out, clock).run();
    }

    private ChaosResult run() throws Exception {
        long began = System.nanoTime();
        try (TestEnvironment environment = TestEnvironment.open(options, List.of(), clock)) {
            Path ledger = environment.folder.resolve("ledger");
            FaultPlan plan = FaultPlan.of(options.seed(), options.kills(), environment.possible(), options.spread());
            out.printf(
                    "chaos: seed %d, %d faults, folder %s%n",
                    options.seed(), plan.faults().size(), environment.folder);
            environment.startServer(FIRST_START);
            long lostConnections;
            try (LedgerGenerator generator = LedgerGenerator.start(
                    environment.park.load(),
                    environment.door(),
                    environment.clients(),
                    WINDOW,
                    ledger,
                    options.seed())) {
                strike(plan, new FaultMaker(environment, generator, began), generator);
                settle(environment, generator);
                lostConnections = generator.lostConnections();
            }
            drain(environment);
            environment.server.close();
            out.println("chaos: comparing");
            LedgerBook book =
                    LedgerBook.read(ledger, environment.park.load().devices().size());
            return new ChaosResult(
                    options,
                    plan,
                    incidents,
                    book,
                    environment.park.load(),
                    lostConnections,
                    drained,
                    Duration.ofNanos(System.nanoTime() - began),
                    HostDescription.of(environment),
                    compare(environment, book),
                    failures,
                    environment.folder,
                    environment.dataFolder);
        }
    }

    /** A failure to recover ends the faults, but not the comparison: what was acknowledged must be there all the same. */
    private void strike(FaultPlan plan, FaultMaker maker, LedgerGenerator generator) throws InterruptedException {
        try {
            for (FaultPlan.PlannedFault fault : plan.faults()) {
                Incident incident = maker.make(fault);
                incidents.add(incident);
                out.printf(
                        "%7.1f s  %-14s recovered after %.1f s, %d messages acknowledged%n",
                        incident.at().toMillis() / 1e3,
                        fault.fault(),
                        incident.ready().plus(incident.recovered()).toMillis() / 1e3,
                        generator.acknowledged());
            }
        } catch (IOException e) {
            failures.add(e.getMessage());
            out.println("chaos: " + e.getMessage());
        }
    }

    private void settle(TestEnvironment environment, LedgerGenerator generator)
            throws IOException, InterruptedException {
        if (!environment.server.alive()) {
            environment.startServer(FIRST_START);
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
    private void drain(TestEnvironment environment) throws InterruptedException {
        long began = System.nanoTime();
        long[] last = {-1, began};
        int quiet = 0;
        while (quiet < QUIET_POLLS) {
            long lag = environment
                    .health
                    .ask()
                    .map(readers ->
                            readers.values().stream().mapToLong(r -> r.lag()).sum())
                    .orElse(Long.MAX_VALUE);
            quiet = lag == 0 ? quiet + 1 : 0;
            if (standsStill(last, lag)) {
                failures.add("not everything was worked off: " + environment.health.ask());
                break;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
        drained = Duration.ofNanos(System.nanoTime() - began);
    }

    private List<StoreComparison> compare(TestEnvironment environment, LedgerBook book) throws Exception {
        LedgerLoad load = environment.park.load();
        List<BitSet> expected = book.acknowledged();
        List<StoreComparison> all = new ArrayList<>();
        SeenReadings log = new SeenReadings(load, expected, true);
        LogReadout.read(environment.server.data().resolve("log"), log::saw);
        all.add(log.compare("log"));
        try (BooksReadout books = BooksReadout.open(environment.booksUrl())) {
            all.addAll(books(environment, books, expected));
        }
        if (environment.influx != null) {
            SeenReadings influx = new SeenReadings(load, expected, false);
            new InfluxReadout(environment.influx.url(), TestEnvironment.DATABASE).read(load, influx);
            all.add(influx.compare("InfluxDB"));
        }
        return all;
    }

    private static List<StoreComparison> books(TestEnvironment environment, BooksReadout books, List<BitSet> expected)
            throws SQLException, IOException {
        LedgerLoad load = environment.park.load();
        SeenReadings set = new SeenReadings(load, expected, false);
        books.readings(set);
        Map<MonthSum.AccountMonth, Long> sums = MonthSum.expected(load, expected);
        return List.of(
                set.compare("reading store"),
                MonthSum.compare("monthly accounts", sums, books.months()),
                MonthSum.compare("hours of points", sums, books.monthsOfHours()),
                NoticeCheck.compare(books, environment.sink.received()),
                NoticeCheck.overlaps(books));
    }
}
