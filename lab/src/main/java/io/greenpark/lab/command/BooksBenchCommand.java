package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.books.BooksBench;
import io.greenpark.lab.bench.books.BooksOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How books grow with the number of enterprises. */
@Command(
        name = "books",
        mixinStandardHelpOptions = true,
        description = {
            "Books of readings, ten points an enterprise, for districts of several sizes: how long until all is"
                    + " booked, how large they are, how long the district's page and one late reading take, and how long it"
                    + " takes to add all months up from the hours anew."
        })
final class BooksBenchCommand extends MeasuringCommand {
    @Option(
            names = "--enterprises",
            split = ",",
            paramLabel = "N",
            description = "Enterprises, a row for each number; default 100,300,1000,3000.")
    private List<Integer> enterprises = List.of(100, 300, 1_000, 3_000);

    @Option(names = "--days", paramLabel = "N", description = "Days of readings; default 30.")
    private int days = 30;

    @Option(
            names = "--every",
            paramLabel = "MIN",
            description =
                    "Minutes between two readings of a point; default 60. A year of 1,000 enterprises takes most of an"
                            + " hour to book with 60, and has the same months and days with more.")
    private int everyMinutes = 60;

    @Override
    int measure() throws IOException, InterruptedException {
        if (enterprises.stream().anyMatch(n -> n < 1 || n > 5_000) || days < 1 || days > 366) {
            throw UserError.usage("--enterprises " + enterprises + ", --days " + days
                    + ": accepted are 1..5000 enterprises and 1..366 days");
        }
        if (everyMinutes < 1 || 60 % everyMinutes != 0 && everyMinutes != 1_440) {
            throw UserError.usage("--every " + everyMinutes
                    + ": accepted are minutes that divide the hour, 60, or 1440 for one a day");
        }
        Duration step = Duration.ofMinutes(everyMinutes);
        BooksBench.run(new BooksOptions(enterprises, days, step, workFolder()), System.out, Clock.systemUTC());
        return 0;
    }
}
