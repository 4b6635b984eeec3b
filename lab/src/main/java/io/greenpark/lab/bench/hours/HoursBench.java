package io.greenpark.lab.bench.hours;

import io.greenpark.accounting.Accounting;
import io.greenpark.accounting.energy.HourBook;
import io.greenpark.accounting.hour.HourDay;
import io.greenpark.accounting.hour.HourFold;
import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.alerts.Alerts;
import io.greenpark.config.folder.FileTree;
import io.greenpark.lab.bench.BooksPages;
import io.greenpark.lab.bench.DiskProbe;
import io.greenpark.lab.report.Conditions;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.SqliteBooks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What the hours of the accounts take, as rows and folded, and the verdicts on those of discharge points; a point-hour is an hour of a
 * meter or of a discharge point.
 */
public final class HoursBench {
    private static final int FIRST_DAY = 20_000;
    private static final int OPEN_DAYS = 3;
    private static final int QUERIES = 20;
    private static final double MILLION = 1e6;

    /** What is measured. */
    public record HoursOptions(int enterprises, int points, int days, Path folder) {
        long pointHours() {
            return (long) enterprises * points * days * 24;
        }

        /** Of discharge points; both rules judge each. */
        long judgedHours() {
            return (long) enterprises * (points / 5) * days * 24;
        }
    }

    private final HoursOptions options;
    private final PrintStream out;
    private final Clock clock;

    private HoursBench(HoursOptions options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    /** Runs it and prints what it found. */
    public static void run(HoursOptions options, PrintStream out, Clock clock) throws IOException {
        Path folder = Files.createTempDirectory(options.folder(), "bench-hours-");
        try {
            out.print(new Conditions()
                    .machine("nobody", DiskProbe.fsyncMicros(folder))
                    .add(
                            "hours",
                            "%,d enterprises, %d points each, %d days: %,d point-hours",
                            options.enterprises(),
                            options.points(),
                            options.days(),
                            options.pointHours())
                    .toString());
            HoursBench bench = new HoursBench(options, out, clock);
            bench.atOnce(folder.resolve("at-once.db"));
            bench.dayByDay(folder.resolve("day-by-day.db"));
            bench.verdictsAtOnce(folder.resolve("verdicts-at-once.db"));
            bench.verdictsDayByDay(folder.resolve("verdicts-day-by-day.db"));
        } finally {
            FileTree.delete(folder);
        }
    }

    private Books open(Path file) {
        return SqliteBooks.open(file, BooksConfig.defaults(), clock);
    }

    /** All hours are rows, as earlier versions left them, and are folded then. */
    private void atOnce(Path file) {
        try (Books books = open(file)) {
            long empty = BooksPages.liveBytes(books);
            MadeHours made = new MadeHours(options);
            for (int day = 0; day < options.days(); day += 10) {
                for (int e = 0; e < options.enterprises(); e++) {
                    made.write(books, e, HourDay.startMs(FIRST_DAY + day), Math.min(10, options.days() - day));
                }
            }
            tell("all of them rows", books, file, empty);
            fold(books, FIRST_DAY + options.days());
            tell("folded at once", books, file, empty);
        }
    }

    /** Each day is folded when it has been closed for some days. */
    private void dayByDay(Path file) {
        try (Books books = open(file)) {
            long empty = BooksPages.liveBytes(books);
            MadeHours made = new MadeHours(options);
            for (int day = 0; day < options.days(); day++) {
                for (int e = 0; e < options.enterprises(); e++) {
                    made.write(books, e, HourDay.startMs(FIRST_DAY + day), 1);
                }
                foldAll(books, Accounting.hourTables(), FIRST_DAY + day - OPEN_DAYS);
            }
            tell("folded day by day", books, file, empty);
        }
    }

    private void verdictsAtOnce(Path file) {
        try (Books books = open(file)) {
            long empty = BooksPages.liveBytes(books);
            MadeVerdicts made = new MadeVerdicts(options);
            for (int day = 0; day < options.days(); day += 10) {
                for (int e = 0; e < options.enterprises(); e++) {
                    made.write(books, e, HourDay.startMs(FIRST_DAY + day), Math.min(10, options.days() - day));
                }
            }
            tellVerdicts("verdicts as rows", books, empty);
            long begun = System.nanoTime();
            List<Double> steps = foldAll(books, Alerts.hourTables(), FIRST_DAY + options.days());
            double seconds = (System.nanoTime() - begun) / 1e9;
            out.printf(
                    "%nfolding             %.1f s, %,.0f judged hours/s, writes of %.0f ms, the longest %.0f ms%n",
                    seconds, options.judgedHours() / seconds, steps.get(steps.size() / 2), steps.get(steps.size() - 1));
            tellVerdicts("folded at once", books, empty);
        }
    }

    private void verdictsDayByDay(Path file) {
        try (Books books = open(file)) {
            long empty = BooksPages.liveBytes(books);
            MadeVerdicts made = new MadeVerdicts(options);
            for (int day = 0; day < options.days(); day++) {
                for (int e = 0; e < options.enterprises(); e++) {
                    made.write(books, e, HourDay.startMs(FIRST_DAY + day), 1);
                }
                foldAll(books, Alerts.hourTables(), FIRST_DAY + day - OPEN_DAYS);
            }
            foldAll(books, Alerts.hourTables(), FIRST_DAY + options.days());
            tellVerdicts("folded day by day", books, empty);
        }
    }

    private void tellVerdicts(String how, Books books, long empty) {
        long live = BooksPages.liveBytes(books) - empty;
        out.printf(
                "%n%-20s%.1f bytes a judged hour, of both rules (%,d in all)%n",
                how, (double) live / options.judgedHours(), live);
    }

    private void fold(Books books, int beforeDay) {
        long begun = System.nanoTime();
        List<Double> steps = foldAll(books, Accounting.hourTables(), beforeDay);
        double seconds = (System.nanoTime() - begun) / 1e9;
        out.printf(
                "%nfolding             %.1f s, %,.0f point-hours/s, writes of %.0f ms, the longest %.0f ms%n",
                seconds, options.pointHours() / seconds, steps.get(steps.size() / 2), steps.get(steps.size() - 1));
    }

    /** Returns how many milliseconds each step took, the longest last. */
    private static List<Double> foldAll(Books books, List<HourTable<?>> tables, int beforeDay) {
        List<Double> steps = new ArrayList<>();
        for (HourTable<?> table : tables) {
            HourFold<?> fold = new HourFold<>(table);
            long begun = System.nanoTime();
            while (fold.step(books, beforeDay)) {
                steps.add((System.nanoTime() - begun) / MILLION);
                begun = System.nanoTime();
            }
        }
        Collections.sort(steps);
        return steps;
    }

    private void tell(String how, Books books, Path file, long empty) {
        long live = BooksPages.liveBytes(books) - empty;
        out.printf(
                "%n%-20s%.1f bytes a point-hour (%,d in all, of a file of %,d)%n",
                how, (double) live / options.pointHours(), live, file.toFile().length());
        TimeRange all =
                new TimeRange(HourDay.startMs(FIRST_DAY), HourDay.startMs(FIRST_DAY + Math.min(365, options.days())));
        out.printf(
                "  hours of an enterprise   %.1f ms%n",
                medianMs(
                        books,
                        n -> hours -> hours.eachSum(
                                Step.HOUR,
                                List.of(MadeHours.enterprise(n % options.enterprises())),
                                all,
                                (e, c, start, sum) -> {})));
        out.printf(
                "  hours of its points      %.1f ms%n",
                medianMs(
                        books,
                        n -> hours -> hours.each(
                                MadeHours.meters(n % options.enterprises(), options.points()),
                                all,
                                (p, stored) -> {})));
    }

    /** A query over the hours of one of the enterprises. */
    private interface Asked {
        Consumer<HourBook> of(int number);
    }

    private static double medianMs(Books books, Asked asked) {
        return IntStream.range(0, QUERIES)
                .mapToDouble(n -> {
                    long begun = System.nanoTime();
                    books.read(handle -> {
                        asked.of(n).accept(HourBook.over(handle));
                        return true;
                    });
                    return (System.nanoTime() - begun) / MILLION;
                })
                .sorted()
                .skip(QUERIES / 2)
                .findFirst()
                .orElse(0);
    }
}
