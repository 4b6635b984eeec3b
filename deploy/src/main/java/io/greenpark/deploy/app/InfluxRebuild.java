package io.greenpark.deploy.app;

import io.greenpark.accounting.work.LogIntake;
import io.greenpark.influx.Backfill;
import io.greenpark.influx.InfluxWriter;
import io.greenpark.influx.RefusedPoints;
import io.greenpark.park.log.LogUnavailableException;
import io.greenpark.registry.RegistryException;
import io.greenpark.registry.RegistryService;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksException;
import io.greenpark.store.books.BooksView;
import io.greenpark.store.loop.LoopStatus;
import io.greenpark.store.sqlite.NewerFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Fills InfluxDB from the reading store and the books. A process that runs on the data folder is asked to do so while it
 * goes on with everything else; if its books are on a server, it must be stopped first, since it has them to itself. If
 * none runs, this process does it. Either way the work is done by the InfluxDB writer, resumes where it was interrupted, and
 * changes nothing that is there already.
 */
public final class InfluxRebuild {
    private static final long POLL_MS = 500;

    private final AppConfig config;
    private final Path data;
    private final boolean restart;
    private final Clock clock;
    private final Consumer<Progress> progress;

    /**
     * How far it is.
     *
     * @param byRunning whether a process that runs on the data folder does it
     * @param rows how far the writers are
     * @param trouble why nothing moves, in words; empty if it works or if that is not known here
     */
    public record Progress(boolean byRunning, List<Backfill.BackfillProgress> rows, List<String> trouble) {
        public boolean finished() {
            return rows.stream().allMatch(Backfill.BackfillProgress::finished);
        }
    }

    /**
     * @param restart whether a backfill under way begins again from the start
     * @param progress is called now and then
     */
    public InfluxRebuild(AppConfig config, Path data, boolean restart, Clock clock, Consumer<Progress> progress) {
        this.config = config;
        this.data = data;
        this.restart = restart;
        this.clock = clock;
        this.progress = progress;
    }

    /** Returns when InfluxDB is filled. */
    public void run() throws AppStartException, InterruptedException {
        try (ShutdownStack shutdown = new ShutdownStack()) {
            DataLock lock = DataLock.takeIfFree(data);
            if (lock == null) {
                ask(shutdown);
            } else {
                shutdown.add("data folder", lock);
                backfill(shutdown);
            }
        } catch (IOException | BooksException | LogUnavailableException | NewerFormatException | RegistryException e) {
            throw new AppStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private void ask(ShutdownStack shutdown) throws AppStartException, InterruptedException {
        if (config.books().server() != null) {
            throw new AppStartException(
                    "the process that runs on --data \"" + data + "\" has the books at "
                            + config.books().server()
                            + " to itself; stop it and repeat this command, which then fills InfluxDB by itself",
                    null);
        }
        Books books = shutdown.add("books", Stores.books(config, data, clock));
        if (rows(books).isEmpty()) {
            throw new AppStartException(
                    "the process that runs on --data \"" + data + "\" writes to no InfluxDB; start it with influx.url"
                            + " set, which fills InfluxDB by itself",
                    null);
        }
        request(books);
        Progress now = new Progress(true, rows(books), List.of());
        while (!now.finished()) {
            progress.accept(now);
            Thread.sleep(POLL_MS);
            now = new Progress(true, rows(books), List.of());
        }
        progress.accept(now);
    }

    private void backfill(ShutdownStack shutdown) throws IOException, InterruptedException {
        Stores stores = Stores.open(config, RegistryService.Start.ON_LAST_GOOD, data, clock, shutdown);
        InfluxWriter writer = shutdown.add(
                "InfluxDB writer",
                InfluxWriter.open(
                        config.influx(),
                        stores.log(),
                        stores.books(),
                        CanaryParts.of(stores).registry(),
                        LogIntake.READER,
                        Accounts.of(stores, config.statistics(), clock).series(stores.registry(), clock),
                        () -> true,
                        clock));
        request(stores.books());
        writer.start();
        while (!done(stores.books(), writer)) {
            Thread.sleep(POLL_MS);
        }
    }

    /** Whether it is filled and has caught up with the log and the marks. */
    private boolean done(Books books, InfluxWriter writer) {
        List<LoopStatus> statuses = writer.statuses();
        List<String> trouble = statuses.stream()
                .map(LoopStatus::failure)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Progress now = new Progress(false, rows(books), trouble);
        progress.accept(now);
        return now.finished() && statuses.stream().allMatch(s -> s.lag() == 0);
    }

    private void request(Books books) {
        books.<Boolean, RuntimeException>write(tx -> {
            Backfill.request(tx.handle(), restart, clock.millis());
            return true;
        });
    }

    private static List<Backfill.BackfillProgress> rows(Books books) {
        return books.read(Backfill::all);
    }

    /**
     * What InfluxDB refused for good, the newest first; also while a process has the books, wherever they are.
     *
     * @throws AppStartException if the books cannot be read
     */
    public static List<RefusedPoints.RefusedSeries> refused(AppConfig config, Path data, int max)
            throws AppStartException {
        try {
            return BooksView.read(data, config.books(), handle -> RefusedPoints.list(handle, max));
        } catch (BooksException e) {
            throw new AppStartException(String.valueOf(e.getMessage()), e);
        }
    }
}
