package io.greenpark.accounting.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/**
 * The hours of energy in the books, of points and of enterprises, wherever they lie: those of open days are rows, those of
 * closed days are folded. Whoever asks for hours outside of this package asks here.
 */
public final class HourBook {
    private final Handle handle;

    private HourBook(Handle handle) {
        this.handle = handle;
    }

    /** Over a reading connection or a transaction. */
    public static HourBook over(Handle handle) {
        return new HourBook(handle);
    }

    /** What is to be folded ({@link io.greenpark.accounting.hour.HourFoldLoop}). */
    public static List<HourTable<?>> tables() {
        return List.of(EnergyHourPointTable.TABLE, EnterpriseHourTable.TABLE);
    }

    /** Takes sums of an enterprise. */
    @FunctionalInterface
    public interface SumTaker {
        void take(String enterprise, Carrier carrier, long startMs, EnergySum sum);
    }

    /** Passes on the hours of points that start in a time range, in no order. */
    public void each(Collection<String> points, TimeRange range, BiConsumer<String, StoredHour> to) {
        EnergyHourPointTable.TABLE.each(handle, points, range.fromMs(), range.toMs(), to);
    }

    /** Passes on the sums of enterprises over hours, days or months that start in a time range, in no order. */
    public void eachSum(Step step, Collection<String> enterprises, TimeRange range, SumTaker to) {
        EnergyTable.read(
                handle,
                step,
                enterprises,
                range.fromMs(),
                range.toMs(),
                (enterprise, s) -> to.take(enterprise, s.carrier(), s.startMs(), s.sum()));
    }

    /** The points of which hours are booked. */
    public List<String> points() {
        return EnergyHourPointTable.TABLE.subjects(handle);
    }

    /** The enterprises of which hours are booked. */
    public List<String> enterprises() {
        return EnterpriseHourTable.TABLE.subjects(handle);
    }

    /** From the first booked hour of a point to the end of the last. */
    public Optional<TimeRange> bookedHours(String point) {
        return EnergyHourPointTable.TABLE
                .ends(handle, point)
                .map(ends -> new TimeRange(
                        ends.get(0).hour().hourMs(), ends.get(1).hour().hourMs() + HOUR_MS));
    }
}
