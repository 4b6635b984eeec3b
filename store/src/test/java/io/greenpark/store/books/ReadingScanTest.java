package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.ReadingScan.Cursor;
import io.greenpark.store.books.ReadingScan.Page;
import io.greenpark.store.books.ReadingScan.PointSample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReadingScanTest {
    private static final long START = 1_514_736_000_000L;
    private static final LocalDate AFTER_THREE_DAYS = LocalDate.of(2018, 1, 4);

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private final Set<String> all = new TreeSet<>();

    /** Five days of three points, hourly. */
    private void fill() {
        List<Reading> readings = new ArrayList<>();
        for (int hour = 0; hour < 120; hour++) {
            for (String point : List.of("a", "b", "c")) {
                long time = START + hour * 3_600_000L;
                readings.add(new Reading("e", "d", point, point, hour, Unit.KWH, Flag.NORMAL, time, time, Door.MQTT));
                all.add(point + " " + time);
            }
        }
        fixture.books().<Boolean, RuntimeException>write(tx -> {
            tx.readings().put(readings, new Position(0, readings.size()));
            return true;
        });
    }

    private int compact(int pairs) {
        return fixture.books()
                .<Integer, RuntimeException>write(tx -> tx.readings().compact(AFTER_THREE_DAYS, pairs));
    }

    private List<String> scan(int max, Runnable between) {
        List<String> met = new ArrayList<>();
        Cursor place = Cursor.START;
        while (place != null) {
            Cursor from = Cursor.of(place.toString());
            Page portion = fixture.books().read(handle -> ReadingScan.after(handle, from, max));
            portion.samples().stream().map(ReadingScanTest::key).forEach(met::add);
            place = next(portion);
            between.run();
        }
        return met;
    }

    private static @Nullable Cursor next(Page portion) {
        return portion.next();
    }

    private static String key(PointSample s) {
        return s.pointId() + " " + s.sample().timeMs();
    }

    @Test
    void every_sample_is_met_once_whether_compacted_or_not() {
        fill();
        assertThat(compact(5)).isPositive();
        List<String> met = scan(50, () -> {});
        assertThat(met).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(met)).isEqualTo(all);
    }

    @Test
    void compacted_days_come_in_the_order_of_days() {
        fill();
        while (compact(100) > 0) {
            // Until nothing is left to compact.
        }
        List<String> met = scan(10, () -> {});
        List<Long> compacted = met.subList(met.size() - 9 * 24, met.size()).stream()
                .map(k -> (Long.parseLong(k.substring(2)) - START) / 86_400_000L)
                .collect(Collectors.toList());
        assertThat(compacted).isSorted();
    }

    @Test
    void a_sample_compacted_meanwhile_is_not_missed() {
        fill();
        List<String> met = scan(20, () -> compact(1));
        assertThat(new TreeSet<>(met)).isEqualTo(all);
    }

    @Test
    void an_empty_set_ends_at_once() {
        assertThat(scan(10, () -> {})).isEmpty();
    }
}
