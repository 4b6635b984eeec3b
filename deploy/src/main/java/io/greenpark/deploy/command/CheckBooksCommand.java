package io.greenpark.deploy.command;

import io.greenpark.accounting.check.BooksCheck;
import io.greenpark.accounting.check.BooksCheck.BooksViews;
import io.greenpark.accounting.check.BooksCheck.Result;
import io.greenpark.accounting.check.BooksCheck.ViewWork;
import io.greenpark.accounting.check.CheckScope;
import io.greenpark.accounting.check.RegisterLimits;
import io.greenpark.config.command.UserError;
import io.greenpark.park.registry.Registry;
import io.greenpark.registry.KeptRegistry;
import io.greenpark.registry.RegistryException;
import io.greenpark.sim.progress.ProgressBar;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.BooksException;
import io.greenpark.store.books.BooksView;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the books of an installation with what comes of its readings. */
@Command(
        name = "check-books",
        mixinStandardHelpOptions = true,
        description = {
            "Computes energy and discharge means anew from every reading that is kept, by code that shares no arithmetic"
                    + " with what books them, and lists each figure of the books that does not come of the readings: hours of"
                    + " points, hours, days and months of enterprises, hourly and daily means.",
            "Changes nothing; Greenpark may run meanwhile. What has not ended ten minutes ago is left out."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the books say what the readings do",
            "1:there are differences, or bookings that are still to come, or the books cannot be read",
            "2:wrong command line or configuration"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  greenpark check-books --data /var/lib/greenpark",
            "  greenpark check-books --data /var/lib/greenpark --config /etc/greenpark/greenpark.yaml"
                    + " --enterprise steel-plant --from 2024-03-01 --to 2024-03-31"
        })
final class CheckBooksCommand implements Callable<Integer> {
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final BooksOptions place = new BooksOptions();

    @Option(names = "--enterprise", paramLabel = "ID", description = "Only this enterprise.")
    private @Nullable String enterprise;

    @Option(names = "--point", paramLabel = "ID", description = "Only this point, and no sums of its enterprise.")
    private @Nullable String point;

    @Option(names = "--from", paramLabel = "DAY", description = "First day to compare, e.g. 2024-03-01.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day to compare.")
    private @Nullable LocalDate to;

    @Override
    public Integer call() {
        Path folder = data.data();
        BooksConfig books = place.books();
        try {
            Registry registry = BooksView.read(folder, books, KeptRegistry::in)
                    .orElseThrow(() -> UserError.failed(
                            "--data \"" + folder + "\" has no registry yet; start Greenpark on it first"));
            refuseUnknown(registry);
            BooksCheck check = new BooksCheck(
                    views(folder, books),
                    registry,
                    RegisterLimits.defaults(),
                    Clock.systemUTC(),
                    () -> LockSupport.parkNanos(PAUSE_NANOS));
            return report(compare(check, new CheckScope(enterprise, point, from, to)));
        } catch (BooksException | RegistryException e) {
            throw UserError.failed(e);
        }
    }

    private void refuseUnknown(Registry registry) {
        if (enterprise != null && point != null) {
            throw UserError.usage(
                    "--enterprise and --point are both given; a point has its enterprise, so give one of them");
        }
        if (enterprise != null && registry.enterprise(enterprise).isEmpty()) {
            throw UserError.usage("--enterprise \"" + enterprise + "\" is not in the registry; name one by its id");
        }
        if (point != null && registry.point(point).isEmpty()) {
            throw UserError.usage("--point \"" + point + "\" is not in the registry; name one by its id");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw UserError.usage(
                    "--to \"" + to + "\" is before --from \"" + from + "\"; name that day or a later one");
        }
    }

    private static BooksViews views(Path folder, BooksConfig books) {
        return new BooksViews() {
            @Override
            public <T> T read(ViewWork<T> work) {
                return BooksView.read(
                        folder, books, handle -> BooksView.readings(handle, readings -> work.run(handle, readings)));
            }
        };
    }

    /** Lists the differences as they are found; the bar makes room for the first of them. */
    private Result compare(BooksCheck check, CheckScope scope) {
        PrintWriter out = spec.commandLine().getOut();
        long total = check.points(scope);
        ProgressBar bar = ProgressBar.onStandardError("points", total);
        long[] done = {0, 0};
        Result result = check.run(
                scope,
                difference -> {
                    if (done[1]++ == 0) {
                        bar.end(done[0]);
                    }
                    out.println(difference);
                },
                points -> {
                    done[0] = points;
                    if (done[1] == 0) {
                        bar.at(points);
                    }
                });
        if (done[1] == 0) {
            bar.end(total);
        }
        return result;
    }

    private int report(Result result) {
        PrintWriter out = spec.commandLine().getOut();
        if (!result.unbooked().isEmpty()) {
            out.println("not told, since hours of theirs are still to be booked: "
                    + String.join(", ", result.unbooked())
                    + "; check again once Greenpark runs and its lag is 0");
        }
        out.printf(
                Locale.ROOT,
                "%,d hours, days and months of %,d points and their enterprises compared: %s%n",
                result.compared(),
                result.points(),
                differences(result.differences()));
        return result.differences() == 0 && result.unbooked().isEmpty() ? 0 : 1;
    }

    private static String differences(long count) {
        if (count == 0) {
            return "no difference";
        }
        return count == 1 ? "1 difference" : String.format(Locale.ROOT, "%,d differences", count);
    }
}
