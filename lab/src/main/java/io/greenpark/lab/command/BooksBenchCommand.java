package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.books.BooksBench;
import io.greenpark.lab.bench.books.BooksOptions;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How books grow with the number of enterprises. */
@Command(
        name = "books",
        mixinStandardHelpOptions = true,
        description = {
            "Books of hourly readings, ten points an enterprise, for districts of several sizes: how long until all is"
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

    @Option(names = "--days", paramLabel = "N", description = "Days of hourly readings; default 30.")
    private int days = 30;

    @Override
    int measure() throws IOException, InterruptedException {
        if (enterprises.stream().anyMatch(n -> n < 1 || n > 5_000) || days < 1 || days > 366) {
            throw UserError.usage("--enterprises " + enterprises + ", --days " + days
                    + ": accepted are 1..5000 enterprises and 1..366 days");
        }
        BooksBench.run(new BooksOptions(enterprises, days, workFolder()), System.out, Clock.systemUTC());
        return 0;
    }
}
