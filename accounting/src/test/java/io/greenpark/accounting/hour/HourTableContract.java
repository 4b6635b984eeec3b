package io.greenpark.accounting.hour;

import static io.greenpark.park.time.ParkTime.HOUR_MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.Await;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksTx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every table of hours keeps: wherever its hours lie, and whatever happens while they are folded, all of them are read,
 * each once, as it was booked last.
 *
 * @param <T> an hour
 */
public abstract class HourTableContract<T> {
    private static final int TODAY = 20_000;
    private static final List<String> SUBJECTS = List.of("a", "b", "ç-ü-中", "Z");

    @RegisterExtension
    protected final BooksFixture fixture = new BooksFixture(kind());

    protected BooksKind kind() {
        return BooksKind.SQLITE;
    }

    protected abstract HourTable<T> table();

    /** An hour as bookings may make one, or any that fits the columns. */
    protected abstract T hour(Random random, long startMs);

    /** Books an hour, as bookings do. */
    protected abstract void book(Handle handle, String subject, T hour);

    /** The bytes of a day on disks, and the hours in them. */
    protected abstract String recordedDay();

    protected abstract List<T> hoursOfRecordedDay();

    /** What the books should hold. */
    private final class Expected {
        private final Map<String, TreeSet<T>> hours = new HashMap<>();

        private void put(String subject, T hour) {
            TreeSet<T> all = hours.computeIfAbsent(subject, s -> new TreeSet<>(table().order()));
            all.remove(hour);
            all.add(hour);
        }

        private TreeSet<T> of(String subject) {
            return hours.getOrDefault(subject, new TreeSet<>(table().order()));
        }
    }

    private void book(Expected expected, String subject, List<T> hours) {
        fixture.books().write(tx -> {
            hours.forEach(h -> book(tx.handle(), subject, h));
            return true;
        });
        hours.forEach(h -> expected.put(subject, h));
    }

    private <R> R read(Books.ReadWork<R, RuntimeException> work) {
        return fixture.books().read(work);
    }

    private void foldAll(int beforeDay) {
        HourFold<T> fold = new HourFold<>(table());
        while (fold.step(fixture.books(), beforeDay)) {}
    }

    private long rows() {
        return count(table().sql().table());
    }

    private long foldedDays() {
        return count(table().sql().table() + "_folded");
    }

    private long count(String name) {
        return read(h -> h.createQuery("SELECT count(*) AS n FROM " + name)
                .mapTo(Long.class)
                .one());
    }

    private void assertReadAsBooked(Expected expected, Random random) {
        for (String subject : SUBJECTS) {
            List<T> all = new ArrayList<>(expected.of(subject));
            List<T> hours = read(h -> List.copyOf(table().hours(h, subject, Long.MIN_VALUE, Long.MAX_VALUE)));
            assertThat(hours).as(subject).isEqualTo(all);
            List<T> ends = read(h -> table().ends(h, subject).orElse(List.of()));
            assertThat(ends).isEqualTo(all.isEmpty() ? List.of() : List.of(all.get(0), all.get(all.size() - 1)));
            assertStarts(subject, all, anyTime(random), 1 + random.nextInt(100));
            assertNewest(subject, all, anyTime(random), random.nextBoolean());
        }
        assertRange(expected, anyTime(random), anyTime(random));
        List<String> subjects = read(table()::subjects);
        assertThat(subjects).containsExactlyInAnyOrderElementsOf(expected.hours.keySet());
    }

    private void assertStarts(String subject, List<T> all, long afterMs, int max) {
        List<Long> starts = read(h -> table().starts(h, subject, afterMs, max));
        assertThat(starts)
                .isEqualTo(all.stream()
                        .map(table()::startMs)
                        .filter(start -> start > afterMs)
                        .distinct()
                        .limit(max)
                        .toList());
    }

    private void assertNewest(String subject, List<T> all, long beforeMs, boolean even) {
        Optional<T> newest = read(h -> table().newestBefore(h, subject, beforeMs, t -> asked(t, even)));
        assertThat(newest)
                .isEqualTo(all.stream()
                        .filter(t -> table().startMs(t) < beforeMs && asked(t, even))
                        .reduce((x, y) -> y));
    }

    private boolean asked(T hour, boolean even) {
        return hour.hashCode() % 2 == 0 == even;
    }

    private void assertRange(Expected expected, long fromMs, long toMs) {
        Map<String, Collection<T>> found = new TreeMap<>();
        read(h -> {
            table().each(h, SUBJECTS, fromMs, toMs, (subject, hour) -> found.computeIfAbsent(
                            subject, s -> new ArrayList<>())
                    .add(hour));
            return true;
        });
        for (String subject : SUBJECTS) {
            assertThat(found.getOrDefault(subject, List.of()))
                    .containsExactlyInAnyOrderElementsOf(expected.of(subject).stream()
                            .filter(t -> table().startMs(t) >= fromMs && table().startMs(t) < toMs)
                            .toList());
        }
    }

    private static long anyTime(Random random) {
        return HourDay.startMs(TODAY - 90 + random.nextInt(95)) + random.nextInt(48) * HOUR_MS / 2;
    }

    private List<T> someHours(Random random) {
        long from = anyTime(random);
        List<T> hours = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(60); i++) {
            hours.add(hour(random, from + i * HOUR_MS));
        }
        return hours;
    }

    /** Its writes do all they are to do and die before they commit. */
    private Books dying() {
        Books living = fixture.books();
        return new Books() {
            @Override
            public <R, X extends Exception> R write(WriteWork<R, X> work) throws X {
                return living.write(tx -> {
                    work.run(tx);
                    throw new IllegalStateException("killed");
                });
            }

            @Override
            public <R, X extends Exception> R read(ReadWork<R, X> work) throws X {
                return living.read(work);
            }

            @Override
            public BooksTx ports(Handle handle) {
                return living.ports(handle);
            }

            @Override
            public void close() {}
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatever_happens_while_hours_are_folded_all_are_read_as_they_were_booked_last(long seed) {
        Random random = new Random(seed);
        Expected expected = new Expected();
        HourFold<T> fold = new HourFold<>(table());
        int beforeDay = TODAY - 60;
        for (int i = 0; i < 100; i++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> book(expected, SUBJECTS.get(random.nextInt(SUBJECTS.size())), someHours(random));
                case 2, 3 -> fold.step(fixture.books(), beforeDay);
                case 4 -> {
                    HourFold<T> killed = fold;
                    int day = beforeDay;
                    if (rows() > 0) {
                        try {
                            killed.step(dying(), day);
                        } catch (IllegalStateException e) {
                            assertThat(e).hasMessage("killed");
                            fold = random.nextBoolean() ? fold : new HourFold<>(table());
                        }
                    }
                }
                default -> {
                    beforeDay = Math.min(TODAY, beforeDay + random.nextInt(20));
                    fixture.reopen();
                    fold = new HourFold<>(table());
                }
            }
            if (i % 10 == 0) {
                assertReadAsBooked(expected, random);
            }
        }
        foldAll(TODAY + 10);
        assertThat(rows()).isZero();
        assertReadAsBooked(expected, random);
    }

    @Test
    void hours_of_closed_days_lie_in_one_row_a_day_and_those_of_open_days_stay_rows() {
        Random random = new Random(7);
        Expected expected = new Expected();
        List<T> hours = new ArrayList<>();
        for (int i = 0; i < 10 * 24; i++) {
            hours.add(hour(random, HourDay.startMs(TODAY - 9) + i * HOUR_MS));
        }
        book(expected, "a", hours);
        Clock noon =
                Clock.fixed(Instant.ofEpochMilli(HourDay.startMs(TODAY)).plus(Duration.ofHours(12)), ZoneOffset.UTC);
        try (HourFoldLoop loop =
                HourFoldLoop.create(fixture.books(), List.of(table()), 3, noon).start()) {
            Await.until("closed days are folded", () -> foldedDays() == 6);
            assertThat(loop.status().failure()).isNull();
        }
        assertThat(rows()).isEqualTo(4 * 24);
        assertReadAsBooked(expected, random);
    }

    @Test
    void any_hours_come_back_from_their_bytes() {
        Random random = new Random(8);
        for (int i = 0; i < 2_000; i++) {
            int day = TODAY - random.nextInt(30_000);
            TreeSet<T> hours = new TreeSet<>(table().order());
            long offset = random.nextInt(4) == 0 ? random.nextInt((int) HOUR_MS) : 0;
            for (int n = 1 + random.nextInt(24); n > 0; n--) {
                hours.add(hour(random, HourDay.startMs(day) + random.nextInt(24) * HOUR_MS + offset));
            }
            List<T> some = new ArrayList<>(hours);
            assertThat(table().codec().decode(day, table().codec().encode(day, some)))
                    .containsExactlyInAnyOrderElementsOf(some);
        }
    }

    @Test
    void recorded_bytes_are_read_and_written_again() {
        byte[] recorded = HexFormat.of().parseHex(recordedDay());
        List<T> hours = hoursOfRecordedDay();
        int day = HourDay.of(table().startMs(hours.get(0)));
        assertThat(HexFormat.of().formatHex(table().codec().encode(day, hours))).isEqualTo(recordedDay());
        assertThat(table().codec().decode(day, recorded)).isEqualTo(hours);
    }

    @Test
    void bytes_that_are_damaged_or_of_a_newer_format_are_named() {
        byte[] recorded = HexFormat.of().parseHex(recordedDay());
        byte[] cut = Arrays.copyOf(recorded, recorded.length - 3);
        assertThatThrownBy(() -> table().codec().decode(TODAY, cut))
                .hasMessageContaining("day 2024-10-04 in " + table().sql().table())
                .hasMessageContaining("damaged");
        recorded[0] = 99;
        assertThatThrownBy(() -> table().codec().decode(TODAY, recorded)).hasMessageContaining("has format 99");
    }
}
