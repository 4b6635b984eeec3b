package io.greenpark.accounting;

import io.greenpark.accounting.energy.BooksEnergyAccounts;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.park.Await;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.energy.RegisterRules;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksKind.BooksPlace;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** A real log, real books and running accounts; can be stopped and started again on the same ones. */
final class RunningAccounts implements AutoCloseable {
    private final BooksPlace place;
    private final TestPark park;
    private final Clock clock;
    private SqliteTelemetryLog log;
    private Books books;
    private Accounting accounting;

    RunningAccounts(BooksPlace place, TestPark park, Clock clock) {
        this.place = place;
        this.park = park;
        this.clock = clock;
        open();
    }

    private void open() {
        log = SqliteTelemetryLog.open(place.folder().resolve("log"), LogConfig.defaults(), clock);
        books = place.open(clock);
        AccountingConfig config = new AccountingConfig(
                1_000, 2_000, Duration.ZERO, RegisterRules.defaults(), ProgressLevel.Thresholds.defaults());
        accounting = Accounting.create(log, books, park, config, clock).start();
    }

    /** Ends without waiting for anything and starts again on the same files. */
    void restart() {
        close();
        open();
    }

    void append(List<Reading> readings) {
        for (int i = 0; i < readings.size(); i += 500) {
            log.append(readings.subList(i, Math.min(readings.size(), i + 500)))
                    .toCompletableFuture()
                    .join();
        }
    }

    void untilBooked() {
        Await.until("everything is booked", () -> {
            var status = accounting.status();
            if (status.failure() != null) {
                throw new AssertionError(status.failure());
            }
            return status.lag() == 0;
        });
    }

    long lag() {
        return accounting.status().lag();
    }

    List<Reason> failing() {
        return accounting.failing();
    }

    Books books() {
        return books;
    }

    List<EnergyRow> energy(LocalDate from, LocalDate to, Step step) {
        return new BooksEnergyAccounts(books, park)
                .rows(Subject.enterprise("steel"), from, to, step, ElectricityBasis.EQUIVALENT);
    }

    @Override
    public void close() {
        accounting.close();
        log.close();
        books.close();
    }
}
