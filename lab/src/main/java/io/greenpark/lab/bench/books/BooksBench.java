package io.greenpark.lab.bench.books;

import io.greenpark.accounting.Accounting;
import io.greenpark.accounting.energy.HourBook;
import io.greenpark.accounting.hour.HourFold;
import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.alerts.Alerts;
import io.greenpark.config.folder.FileTree;
import io.greenpark.lab.bench.BooksPages;
import io.greenpark.lab.bench.DiskProbe;
import io.greenpark.lab.bench.LagWatch;
import io.greenpark.lab.bench.PipelinePark;
import io.greenpark.lab.bench.PipelineServer;
import io.greenpark.lab.bench.books.ConsolePages.PageTimes;
import io.greenpark.lab.load.Ledger;
import io.greenpark.lab.load.LoadGenerator;
import io.greenpark.lab.load.LoadOptions;
import io.greenpark.lab.load.LoadResult;
import io.greenpark.lab.report.Conditions;
import io.greenpark.lab.report.TextTable;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.SqliteBooks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes books of readings, by the doors as ever, and measures what an operator and an officer wait for: until all is
 * booked, for the page of the district, for one late reading, for months added up from hours anew.
 */
public final class BooksBench {
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int WINDOW = 8;
    private static final int LEAD = 16;
    private static final int LATE = 50;
    private static final int WARM_UP_LATE = 10;
    private static final int FAR_APART = 7;
    private static final int ENTERPRISES_AT_A_TIME = 20;
    private static final double KIB = 1024;
    private static final double BILLION = 1e9;

    private final BooksOptions options;
    private final PrintStream out;
    private final Clock clock;

    private BooksBench(BooksOptions options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Measures and prints.
     *
     * @throws IOException if a server does not start, a reader fails, or months from hours differ from the booked ones
     */
    public static void run(BooksOptions options, PrintStream out, Clock clock)
            throws IOException, InterruptedException {
        new BooksBench(options, out, clock).run();
    }

    private void run() throws IOException, InterruptedException {
        out.println(new Conditions()
                .machine("the generator", DiskProbe.fsyncMicros(options.dir()))
                .add(
                        "books",
                        """
                        %d days of readings every %d min, ten points an enterprise: six registers, two amounts, two gauges
                        with a limit; intake, books, alerts and console in one process; %s
                        """,
                        options.days(),
                        options.step().toMinutes(),
                        String.join(" ", PipelineServer.JVM_OPTIONS)));
        List<BooksRow> rows = new ArrayList<>();
        for (int enterprises : options.enterprises()) {
            Path dir = Files.createTempDirectory(options.dir(), "bench-books-");
            try {
                rows.add(measure(dir, enterprises));
            } finally {
                FileTree.delete(dir);
            }
            out.print(table(rows.subList(rows.size() - 1, rows.size())));
            out.print(pages(rows.get(rows.size() - 1).pages()));
        }
        out.println();
        out.print(table(rows));
        for (BooksRow row : rows) {
            out.printf("%nPages of %,d enterprises:%n", row.enterprises());
            out.print(pages(row.pages()));
        }
    }

    private static String table(List<BooksRow> rows) {
        return new TextTable<BooksRow>()
                .count("enterprises", 11, BooksRow::enterprises)
                .count("readings", 13, BooksRow::readings)
                .decimal("all booked s", 14, 1, BooksRow::rawSeconds)
                .rate("readings/s", 12, BooksRow::readingsPerSecond)
                .decimal("months s", 10, 1, BooksRow::monthsSeconds)
                .decimal("B/point-hour", 14, 1, BooksRow::bytesPerPointHour)
                .decimal("late p50 ms", 13, 1, r -> BooksRow.percentile(r.lateMs(), 50))
                .decimal("p95", 8, 1, r -> BooksRow.percentile(r.lateMs(), 95))
                .plain(rows);
    }

    private static String pages(List<PageTimes> pages) {
        return new TextTable<PageTimes>()
                .words("page", 18, PageTimes::page)
                .count("requests", 9, PageTimes::requests)
                .decimal("KiB", 10, 1, p -> p.bytes() / KIB)
                .decimal("p50 ms", 9, 1, p -> BooksRow.percentile(p.ms(), 50))
                .decimal("p95", 9, 1, p -> BooksRow.percentile(p.ms(), 95))
                .plain(pages);
    }

    private BooksRow measure(Path dir, int enterprises) throws IOException, InterruptedException {
        PipelinePark park = PipelinePark.ofOneLoggerEach(
                options.step(), enterprises, ParkTime.shanghai().dayOf(clock.instant()));
        long readings = options.messagesPerDevice() * enterprises * PipelinePark.POINTS_PER_DEVICE;
        double raw;
        List<PageTimes> pages;
        List<Double> late;
        Path data;
        try (PipelineServer server = PipelineServer.start(dir, park.yaml(), List.of())) {
            data = server.data();
            LoadOptions history = history(server, park, enterprises);
            raw = fill(server, history);
            try (ConsolePages console = new ConsolePages(server.api(), enterprises, park.year())) {
                pages = console.measure();
            }
            late = late(server, history);
        }
        try (Books books = SqliteBooks.open(data.resolve("books.db"), BooksConfig.defaults(), clock)) {
            fold(books);
            double months = months(books, enterprises);
            return new BooksRow(enterprises, readings, raw, months, BooksPages.liveBytes(books), pages, late);
        }
    }

    private LoadOptions history(PipelineServer server, PipelinePark park, int enterprises) {
        return LoadOptions.to(server.address(), server.clients(PipelinePark.devices(enterprises)), PipelinePark.keys())
                .window(WINDOW)
                .times(park.start().toEpochMilli(), options.step().toMillis())
                .duration(LONGEST)
                .messagesPerClient(options.messagesPerDevice())
                .counters(PipelinePark.REGISTERS)
                .lead(LEAD)
                .build();
    }

    private double fill(PipelineServer server, LoadOptions history) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (LagWatch lags = LagWatch.start(server)) {
            LoadResult result = LoadGenerator.run(history, Ledger.NONE);
            if (result.acknowledgedInAll() != history.clients().size() * history.messagesPerClient()) {
                throw new IOException("not everything was acknowledged: " + result);
            }
            out.printf("  %,d enterprises: %s%n", history.clients().size(), result);
            lags.awaitNoLag();
        }
        return (System.nanoTime() - begun) / BILLION;
    }

    /** One reading each of enterprises far apart, in the middle of their history. */
    private static List<Double> late(PipelineServer server, LoadOptions history)
            throws IOException, InterruptedException {
        List<Double> ms = new ArrayList<>();
        try (LateReadings late = new LateReadings(server, history)) {
            for (int i = 0; i < WARM_UP_LATE + LATE; i++) {
                double took = late.booked(i * FAR_APART % history.clients().size(), i);
                if (i >= WARM_UP_LATE) {
                    ms.add(took);
                }
            }
        }
        Collections.sort(ms);
        return ms;
    }

    /** As the background does in its own time: all of these days are closed for long. */
    private static void fold(Books books) {
        List<HourTable<?>> tables = new ArrayList<>(Accounting.hourTables());
        tables.addAll(Alerts.hourTables());
        for (HourTable<?> table : tables) {
            HourFold<?> fold = new HourFold<>(table);
            while (fold.step(books, Integer.MAX_VALUE)) {
                // Until no row is left.
            }
        }
    }

    /** Adds the hours of all points up by month, and holds the sum of all against the months as booked. */
    private double months(Books books, int enterprises) throws IOException {
        TimeRange all = new TimeRange(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2);
        long begun = System.nanoTime();
        Map<YearMonth, Long> sums = new HashMap<>();
        for (int e = 0; e < enterprises; e += ENTERPRISES_AT_A_TIME) {
            List<String> meters = IntStream.range(e, Math.min(enterprises, e + ENTERPRISES_AT_A_TIME))
                    .mapToObj(PipelinePark::device)
                    .flatMap(d -> PipelinePark.keys().stream()
                            .limit(PipelinePark.REGISTERS)
                            .map(k -> d + "-" + k))
                    .toList();
            books.read(handle -> {
                HourBook.over(handle).each(meters, all, (point, stored) -> {
                    Long amount = stored.hour().amount();
                    if (amount != null) {
                        sums.merge(month(stored.hour().hourMs()), amount, Long::sum);
                    }
                });
                return true;
            });
        }
        double seconds = (System.nanoTime() - begun) / BILLION;
        long fromHours = sums.values().stream().mapToLong(Long::longValue).sum();
        long booked = books.<Long, RuntimeException>read(handle -> handle.createQuery(
                        "SELECT coalesce(sum(amount), 0) FROM energy_month WHERE carrier = 'ELECTRICITY'")
                .mapTo(Long.class)
                .one());
        if (fromHours != booked) {
            throw new IOException(
                    "the hours of all points come to " + fromHours + " Wh, the booked months to " + booked);
        }
        return seconds;
    }

    private static YearMonth month(long timeMs) {
        return YearMonth.from(ParkTime.shanghai().dayOf(Instant.ofEpochMilli(timeMs)));
    }
}
