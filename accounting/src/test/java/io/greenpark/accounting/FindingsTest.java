package io.greenpark.accounting;

import static io.greenpark.accounting.TestPark.METER;
import static io.greenpark.accounting.TestPark.REGISTER;
import static io.greenpark.accounting.TestPark.STACK;
import static io.greenpark.accounting.TestPark.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.finding.FindingCursor;
import io.greenpark.accounting.finding.FindingQuery;
import io.greenpark.accounting.finding.Findings;
import io.greenpark.accounting.finding.KeptFinding;
import io.greenpark.accounting.finding.ReplacementProposal;
import io.greenpark.accounting.finding.ReplacementProposals;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.time.MovableClock;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noticed about points is kept with the hours, the same in any order of arrival, and taken back with them. */
class FindingsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final long START = TestPark.TIME.startOf(DAY).toEpochMilli();
    private static final long HOUR = ParkTime.HOUR_MS;

    @TempDir
    Path folder;

    private final MovableClock clock =
            new MovableClock(Instant.ofEpochMilli(START).plus(Duration.ofDays(200)));
    private final TestPark park = new TestPark(TestPark.meter(), TestPark.register(), TestPark.stack());
    private BooksPlace place;
    private RunningAccounts accounts;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void start() {
        place = kind().fresh(folder);
        accounts = new RunningAccounts(place, park, clock);
    }

    @AfterEach
    void close() {
        accounts.close();
        place.close();
    }

    private List<String> kept() {
        accounts.untilBooked();
        return accounts.books()
                .read(handle -> handle.createQuery("SELECT point, kind, begin_ms, first_hour_ms, last_hour_ms, from_ms,"
                                + " to_ms, found, reason FROM account_finding ORDER BY point, kind, begin_ms")
                        .map((row, context) -> row.getString("point") + " " + row.getString("kind") + " "
                                + Instant.ofEpochMilli(row.getLong("begin_ms")) + " "
                                + row.getLong("first_hour_ms") + ".." + row.getLong("last_hour_ms") + " "
                                + Instant.ofEpochMilli(row.getLong("from_ms")) + ".."
                                + Instant.ofEpochMilli(row.getLong("to_ms")) + " x" + row.getLong("found") + " "
                                + row.getString("reason"))
                        .list());
    }

    private List<FindingKind> kinds() {
        return kept().stream()
                .map(row -> FindingKind.valueOf(row.split(" ")[1]))
                .toList();
    }

    private static List<Reading> year(double value) {
        List<Reading> readings = new ArrayList<>();
        for (int hour = 1; hour <= 365 * 24; hour++) {
            readings.add(reading(STACK, START - Duration.ofDays(300).toMillis() + hour * HOUR, value + hour % 7));
        }
        return readings;
    }

    @Test
    void a_year_of_nonsense_makes_a_row_a_month() {
        accounts.append(year(-100));
        assertThat(kept()).hasSize(13).allMatch(row -> row.contains("INVALID") && row.contains("VALUE_BELOW_MIN"));
        long bytes = accounts.books()
                .read(handle -> handle.createQuery("SELECT sum(length(hours)) AS bytes FROM account_finding")
                        .mapTo(Long.class)
                        .one());
        assertThat(bytes).isLessThan(100_000);
    }

    @Test
    void values_corrected_since_are_taken_back() {
        accounts.append(List.of(reading(STACK, START + HOUR, -5), reading(STACK, START + 2 * HOUR, 3)));
        assertThat(kinds()).containsExactly(FindingKind.INVALID);
        accounts.append(List.of(reading(STACK, START + HOUR, 5)));
        assertThat(kinds()).isEmpty();
    }

    @Test
    void a_second_clock_is_counted_over_its_day_however_its_values_arrive() {
        List<Reading> readings = new ArrayList<>();
        for (int n = 1; n <= 12; n++) {
            readings.add(reading(METER, START + n * HOUR, 5));
            readings.add(reading(METER, START + n * HOUR + Duration.ofMinutes(7).toMillis(), 5));
        }
        for (Reading r : readings) {
            accounts.append(List.of(r));
            accounts.untilBooked();
        }
        assertThat(kinds()).containsExactly(FindingKind.OVERLAPPED, FindingKind.SECOND_CLOCK);
        assertThat(kept().get(1)).contains("\"overlaps\":12");
    }

    private static List<Reading> register(int days, int fallsOn, int backOn) {
        List<Reading> readings = new ArrayList<>();
        for (int n = 0; n <= days; n++) {
            boolean fallen = n >= fallsOn && n < backOn;
            readings.add(reading(REGISTER, START + n * 24 * HOUR, fallen ? 7 + (n - fallsOn) * 100 : 50_000 + n * 100));
        }
        return readings;
    }

    @Test
    void a_fall_that_stayed_is_kept_until_the_replacement_is_on_record() {
        accounts.append(register(60, 10, 999));
        assertThat(kinds()).containsExactly(FindingKind.FALL_THAT_STAYED, FindingKind.LIKE_REPLACED);
        assertThat(kept().get(0)).contains("\"before\":\"50900\",\"after\":\"7\"", "2026-03-11T16:00:00Z");
        Point point = TestPark.register();
        Replacement replaced =
                new Replacement(Instant.ofEpochMilli(START + 10 * 24 * HOUR), new BigDecimal("50950"), BigDecimal.ZERO);
        park.points(
                        TestPark.meter(),
                        TestPark.stack(),
                        new Point(
                                point.id(),
                                point.deviceId(),
                                point.key(),
                                point.enterpriseId(),
                                null,
                                point.quantity(),
                                point.name(),
                                point.facts(),
                                List.of(replaced),
                                null))
                .publish();
        assertThat(kinds()).isEmpty();
    }

    @Test
    void what_came_back_was_an_excursion_and_no_replacement() {
        List<Reading> readings = register(30, 10, 20);
        accounts.append(readings.subList(0, 15));
        assertThat(kinds()).containsExactly(FindingKind.LIKE_REPLACED);
        accounts.append(readings.subList(15, readings.size()));
        assertThat(kinds()).containsExactly(FindingKind.EXCURSION);
    }

    @Test
    void in_any_order_of_arrival_and_after_a_restart_the_same_is_kept() {
        List<Reading> readings = new ArrayList<>(register(90, 10, 50));
        for (int n = 1; n <= 200; n++) {
            readings.add(reading(STACK, START + n * HOUR, n % 9 == 0 ? 9999.99 - 20_000 * (n % 2) : 5));
            readings.add(reading(METER, START + n * HOUR / 2 + (n % 5) * 60_000, n % 11 == 0 ? 1e9 : 5));
        }
        accounts.append(readings);
        List<String> inOrder = kept();
        assertThat(inOrder).isNotEmpty();
        for (long seed = 1; seed <= 3; seed++) {
            close();
            place = kind().fresh(folder.resolve("seed" + seed));
            accounts = new RunningAccounts(place, park, clock);
            Collections.shuffle(readings, new Random(seed));
            for (int i = 0; i < 12; i++) {
                accounts.append(readings.subList(i * readings.size() / 12, (i + 1) * readings.size() / 12));
                accounts.untilBooked();
                if (i == 5) {
                    accounts.restart();
                }
            }
            assertThat(kept()).isEqualTo(inOrder);
        }
    }

    @Test
    void facts_that_allow_a_value_take_back_what_was_said_of_it() {
        accounts.append(List.of(reading(METER, START + HOUR / 4, 900), reading(METER, START + HOUR / 2, 9)));
        assertThat(kinds()).containsExactly(FindingKind.TOO_MUCH);
        PointFacts f = TestPark.meter().currentFacts();
        now(METER, null, facts(f, f.kind(), null, BigDecimal.ONE, f.carrier()));
        assertThat(kinds()).isEmpty();
    }

    private static PointFacts facts(
            PointFacts f, PointKind kind, @Nullable BigDecimal most, BigDecimal ratio, @Nullable Carrier carrier) {
        return new PointFacts(
                f.validFrom(),
                f.unit(),
                kind,
                f.period(),
                f.stamp(),
                f.expectedInterval(),
                most,
                ratio,
                false,
                null,
                carrier,
                carrier != null,
                f.zone());
    }

    private void now(String id, @Nullable String outlet, PointFacts facts) {
        List<Point> points = new ArrayList<>(List.of(TestPark.meter(), TestPark.register(), TestPark.stack()));
        points.removeIf(p -> p.id().equals(id));
        points.add(TestPark.point(id, outlet, facts));
        park.points(points.toArray(Point[]::new)).publish();
    }

    @Test
    void of_a_point_that_is_accounted_no_more_nothing_is_kept() {
        accounts.append(List.of(reading(METER, START + HOUR / 4, 900), reading(STACK, START + HOUR, -5)));
        assertThat(kinds()).containsExactlyInAnyOrder(FindingKind.TOO_MUCH, FindingKind.INVALID);
        PointFacts f = TestPark.meter().currentFacts();
        now(METER, null, facts(f, PointKind.GAUGE, null, BigDecimal.ONE, null));
        assertThat(kinds()).containsExactly(FindingKind.INVALID);
    }

    @Test
    void of_a_register_that_is_a_gauge_at_an_outlet_now_its_falls_are_gone() {
        accounts.append(register(60, 10, 999));
        assertThat(kinds()).hasSize(2);
        PointFacts f = TestPark.stack().currentFacts();
        now(REGISTER, "stack", f);
        accounts.append(List.of(reading(REGISTER, START + 90 * 24 * HOUR, -5)));
        assertThat(kinds()).containsExactly(FindingKind.INVALID);
    }

    @Test
    void where_arithmetic_fails_nothing_is_noticed() {
        accounts.append(List.of(reading(METER, START + HOUR / 4, 900), reading(METER, START + HOUR / 2, 9)));
        assertThat(kinds()).containsExactly(FindingKind.TOO_MUCH);
        PointFacts f = TestPark.meter().currentFacts();
        now(METER, null, facts(f, f.kind(), f.maxPerHour(), BigDecimal.ZERO, f.carrier()));
        assertThat(kinds()).isEmpty();
        assertThat(accounts.failing()).isNotEmpty();
    }

    @Test
    void points_the_registry_no_longer_has_keep_nothing() {
        accounts.append(List.of(reading(METER, START + HOUR / 4, 1e9)));
        assertThat(kinds()).hasSize(1);
        park.points(TestPark.register()).publish();
        accounts.append(List.of(reading(METER, START + HOUR / 2, 1)));
        assertThat(kinds()).isEmpty();
    }

    private ReplacementProposals proposals() {
        return new ReplacementProposals(accounts.books());
    }

    private List<ReplacementProposal> open() {
        return proposals().page(null, false, null, 100);
    }

    private void decline() {
        accounts.untilBooked();
        proposals().decline(open().get(0), "officer", "the gateway was replaced", clock.instant());
    }

    private List<FindingKind> noticed() {
        accounts.untilBooked();
        return new Findings(accounts.books())
                .page(new FindingQuery(null, EnumSet.allOf(FindingKind.class), Instant.EPOCH), null, 100).stream()
                        .map(KeptFinding::kind)
                        .toList();
    }

    @Test
    void what_was_declined_is_decided_and_counts_no_more() {
        accounts.append(register(60, 10, 999));
        accounts.untilBooked();
        assertThat(new Findings(accounts.books()).counts(clock.instant()))
                .isEqualTo(Map.of(FindingKind.FALL_THAT_STAYED, 1L, FindingKind.LIKE_REPLACED, 1L));
        decline();
        assertThat(new Findings(accounts.books()).counts(clock.instant())).isEmpty();
        assertThat(noticed()).isEmpty();
        assertThat(open()).isEmpty();
        assertThat(proposals().page(null, true, null, 100)).hasSize(1);
    }

    @Test
    void a_late_value_in_a_declined_fall_does_not_propose_it_again() {
        accounts.append(register(60, 10, 999));
        decline();
        String declined = proposals().page(null, true, null, 100).get(0).id();
        accounts.append(List.of(reading(REGISTER, START + 10 * 24 * HOUR - HOUR, 3)));
        accounts.untilBooked();
        assertThat(open()).isEmpty();
        assertThat(noticed()).isEmpty();
        assertThat(proposals().find(declined)).isEmpty();
        ReplacementProposal now = proposals().page(null, true, null, 100).get(0);
        assertThat(now.at()).isEqualTo(Instant.ofEpochMilli(START + 10 * 24 * HOUR - HOUR));
        assertThat(now.declined()).isNotNull();
        assertThat(proposals().find(now.id())).contains(now);
    }

    @Test
    void another_fall_of_a_register_is_proposed_though_one_was_declined() {
        accounts.append(register(60, 10, 999));
        decline();
        List<Reading> again = new ArrayList<>();
        for (int n = 61; n < 120; n++) {
            again.add(reading(REGISTER, START + n * 24 * HOUR, 2 + (n - 61) * 100));
        }
        accounts.append(again);
        accounts.untilBooked();
        assertThat(open())
                .extracting(ReplacementProposal::at)
                .containsExactly(Instant.ofEpochMilli(again.get(0).timeMs()));
    }

    @Test
    void the_pages_of_a_list_hold_each_finding_once() {
        accounts.append(year(-100));
        accounts.append(register(60, 10, 999));
        accounts.untilBooked();
        Findings findings = new Findings(accounts.books());
        for (Set<String> points : Arrays.asList(null, Set.of(STACK, REGISTER))) {
            FindingQuery query = new FindingQuery(points, EnumSet.allOf(FindingKind.class), Instant.EPOCH);
            List<KeptFinding> all = findings.page(query, null, 100);
            assertThat(all).hasSize(15).isSortedAccordingTo(Comparator.comparingLong(f -> -f.toMs()));
            List<KeptFinding> paged = new ArrayList<>();
            List<KeptFinding> page = findings.page(query, null, 4);
            while (!page.isEmpty()) {
                paged.addAll(page);
                page = findings.page(query, FindingCursor.of(page.get(page.size() - 1)), 4);
            }
            assertThat(paged).isEqualTo(all);
            assertThat(findings.rows(query)).containsEntry(FindingKind.INVALID, 13L);
        }
    }

    @Test
    void of_more_points_than_a_statement_names_the_same_is_told() {
        accounts.append(year(-100));
        accounts.append(register(60, 10, 999));
        accounts.untilBooked();
        Set<String> many = new HashSet<>(Set.of(STACK));
        for (int n = 0; n < 6_000; n++) {
            many.add("p" + n);
        }
        Findings findings = new Findings(accounts.books());
        FindingQuery query = new FindingQuery(many, EnumSet.allOf(FindingKind.class), Instant.EPOCH);
        assertThat(findings.rows(query)).isEqualTo(Map.of(FindingKind.INVALID, 13L));
        assertThat(findings.page(query, null, 5)).hasSize(5);
        assertThat(findings.page(query, null, 50)).hasSize(13);
    }

    /** Rows whose hours cannot be read: whoever unpacked one would fail. */
    private void damage(String where) {
        accounts.untilBooked();
        accounts.books().write(tx -> tx.handle()
                .execute("UPDATE account_finding SET hours = ? WHERE " + where, (Object) new byte[] {1}));
    }

    @Test
    void a_booking_unpacks_no_rows_but_those_of_its_hours() {
        accounts.append(year(-100));
        accounts.append(List.of(reading(METER, START + HOUR / 4, 1e9)));
        damage("to_ms < " + START);
        accounts.append(List.of(reading(METER, START + 40 * 24 * HOUR, 1)));
        accounts.append(List.of(reading(METER, START + 5 * 24 * HOUR, 1)));
        accounts.append(List.of(reading(STACK, START + 61 * 24 * HOUR, 5)));
        accounts.untilBooked();
        damage("point = '" + METER + "'");
        accounts.append(List.of(reading(METER, START + 6 * 24 * HOUR, 1)));
        assertThat(kinds()).contains(FindingKind.TOO_MUCH);
    }

    @Test
    void a_second_clock_is_taken_back_with_the_overlaps_of_its_day() {
        List<Reading> readings = new ArrayList<>();
        for (int n = 1; n <= 12; n++) {
            readings.add(reading(METER, START + n * HOUR, 5));
            readings.add(reading(METER, START + n * HOUR + Duration.ofMinutes(7).toMillis(), 5));
        }
        accounts.append(readings);
        assertThat(kinds()).containsExactly(FindingKind.OVERLAPPED, FindingKind.SECOND_CLOCK);
        PointFacts f = TestPark.meter().currentFacts();
        now(METER, null, facts(f, PointKind.GAUGE, null, BigDecimal.ONE, null));
        assertThat(kinds()).isEmpty();
        now(METER, null, f);
        assertThat(kinds()).containsExactly(FindingKind.OVERLAPPED, FindingKind.SECOND_CLOCK);
    }
}
