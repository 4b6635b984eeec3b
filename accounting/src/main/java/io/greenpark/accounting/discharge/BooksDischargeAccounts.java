package io.greenpark.accounting.discharge;

import io.greenpark.accounting.hour.HourTable;
import io.greenpark.park.discharge.DischargeMean.Mean;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Books;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/** The discharge accounts in the books. */
public final class BooksDischargeAccounts implements DischargeAccounts {
    private final Books books;
    private final RegistrySource registry;

    public BooksDischargeAccounts(Books books, RegistrySource registry) {
        this.books = books;
        this.registry = registry;
    }

    @Override
    public List<DischargeRow> rows(String pointId, Instant from, Instant to, Step step) {
        return books.read(handle -> rows(handle, registry.current(), pointId, from, to, step));
    }

    /** The same on a reading connection that is open already. */
    public static List<DischargeRow> rows(
            Handle handle, Registry registry, String pointId, Instant from, Instant to, Step step) {
        ParkTime time = registry.timeOfPoint(pointId);
        List<DischargeRow> rows = new ArrayList<>();
        DischargeTable.load(handle, step, pointId, from.toEpochMilli(), to.toEpochMilli())
                .forEach((start, stored) -> {
                    if (stored.mean().mean() != null) {
                        rows.add(row(time, step, Instant.ofEpochMilli(start), stored.mean()));
                    }
                });
        return rows;
    }

    @Override
    public void each(
            Collection<String> pointIds, Instant from, Instant to, Step step, BiConsumer<String, DischargeRow> taker) {
        Registry current = registry.current();
        books.read(handle -> {
            DischargeTable.each(handle, step, pointIds, from.toEpochMilli(), to.toEpochMilli(), (point, stored) -> {
                if (stored.mean().mean() != null) {
                    Instant start = Instant.ofEpochMilli(stored.startMs());
                    taker.accept(point, row(current.timeOfPoint(point), step, start, stored.mean()));
                }
            });
            return true;
        });
    }

    @Override
    public List<Long> starts(String pointId, Step step, long afterMs, int max) {
        return books.read(handle -> starts(handle, pointId, step, afterMs, max));
    }

    /** The same on a reading connection that is open already. */
    public static List<Long> starts(Handle handle, String pointId, Step step, long afterMs, int max) {
        return DischargeTable.starts(handle, step, pointId, afterMs, max);
    }

    /** Hours with all that is kept of them, wherever they lie. */
    public static HourTable<StoredMean> hours() {
        return MeanHourTable.TABLE;
    }

    private static DischargeRow row(ParkTime time, Step step, Instant start, Mean mean) {
        return new DischargeRow(
                start, time.endOf(step, start), mean.mean(), mean.validSamples(), mean.completeness(), mean.quality());
    }
}
