package io.greenpark.accounting.basis;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.intensity.IntensityBooking;
import io.greenpark.accounting.work.IntensityWorkTable;
import io.greenpark.config.digest.Sha256;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksConfig;
import io.greenpark.store.books.SqliteBooks;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryReconcilerTest {
    @TempDir
    Path folder;

    private static Registry registry(String parkOfMill, String parkOfForge) {
        return new Registry(new Registry.Facts(
                District.of("district"),
                List.of(park("east"), park("west")),
                List.of(enterprise("mill", parkOfMill), enterprise("forge", parkOfForge), enterprise("kiln", "west")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new CoefficientSet(
                        "set", LocalDate.of(2000, 1, 1), null, CoefficientSet.ElectricityBasis.EQUIVALENT, Map.of())),
                List.of(new Target(
                        "t",
                        Subject.park("east"),
                        new BigDecimal("-5"),
                        2020,
                        2021,
                        2023,
                        CoefficientSet.ElectricityBasis.EQUIVALENT,
                        "plan")),
                List.of()));
    }

    private static Park park(String id) {
        return new Park(id, Bilingual.same(id), ParkTime.shanghai());
    }

    private static Enterprise enterprise(String id, String park) {
        return new Enterprise(id, park, Bilingual.same(id), "steel", true, true, List.of());
    }

    @Test
    void digests_stay_as_they_are_in_existing_books() {
        try (Books books = SqliteBooks.open(folder.resolve("books.db"), BooksConfig.defaults(), Clock.systemUTC())) {
            reconcile(books, registry("east", "east"));
            String factors = Sha256.hex("set2000-01-01nullEQUIVALENT{}");
            assertThat(digest(books, "factors:mill")).isEqualTo(factors);
            assertThat(digest(books, "comparison:mill"))
                    .isEqualTo(Sha256.hex(factors + "east[forge, mill]"
                            + "[Target[id=t, scope=PARK, subjectId=east, yearlyChangePercent=-5, baseYear=2020,"
                            + " fromYear=2021, toYear=2023, basis=EQUIVALENT, source=plan]]"));
        }
    }

    private static String digest(Books books, String subject) {
        return books.read(handle -> handle.createQuery("SELECT digest FROM account_basis WHERE subject = ?")
                .bind(0, subject)
                .mapTo(String.class)
                .one());
    }

    private static List<String> noted(Books books) {
        return books.read(handle -> handle.createQuery("SELECT enterprise FROM account_intensity_work")
                .mapTo(String.class)
                .list());
    }

    private static Map<Subject, Long> months(Books books) {
        return books.read(IntensityWorkTable::firstMonths);
    }

    @Test
    void an_enterprise_that_moves_recomputes_all_enterprises_of_both_parks() {
        try (Books books = SqliteBooks.open(folder.resolve("books.db"), BooksConfig.defaults(), Clock.systemUTC())) {
            for (String id : List.of("mill", "forge", "kiln")) {
                books.write(tx -> tx.handle()
                        .execute(
                                "INSERT INTO energy_month (enterprise, carrier, start_ms, amount, covered_ms, estimated,"
                                        + " corrected) VALUES (?, 'ELECTRICITY', 1000, 1, 1, 0, 0)",
                                id));
            }
            reconcile(books, registry("east", "east"));
            Map<Subject, Long> atFirst = months(books);
            books.write(tx -> {
                IntensityWorkTable.done(tx.handle(), atFirst.keySet());
                return true;
            });
            reconcile(books, registry("east", "east"));
            assertThat(months(books)).isEmpty();
            reconcile(books, registry("west", "east"));
            assertThat(months(books))
                    .containsOnlyKeys(
                            Subject.enterprise("mill"), Subject.enterprise("forge"), Subject.enterprise("kiln"));
        }
    }

    private static void figures(Books books, String park, long month) {
        books.write(tx -> tx.handle()
                .execute(
                        "INSERT INTO intensity_month (scope, subject, basis, month_ms, tce, ytd_tce, status,"
                                + " computed_ms) VALUES ('PARK', ?, 'EQUIVALENT', ?, '1.5', '3', 'FINAL', 0)",
                        park,
                        month));
    }

    /** A park's row may be missing value added of an enterprise that has no energy in that month. */
    @Test
    void a_statistic_of_an_enterprise_without_energy_recomputes_its_park() {
        long month = Instant.parse("2026-01-31T16:00:00Z").toEpochMilli();
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T04:00:00Z"), ZoneOffset.UTC);
        try (Books books = SqliteBooks.open(folder.resolve("books.db"), BooksConfig.defaults(), clock)) {
            reconcile(books, registry("east", "west"));
            figures(books, "east", month);
            Registry before = registry("east", "west");
            Registry.Facts f = before.facts();
            reconcile(
                    books,
                    new Registry(new Registry.Facts(
                            f.district(),
                            f.parks(),
                            f.enterprises(),
                            f.outlets(),
                            f.gateways(),
                            f.devices(),
                            f.points(),
                            List.of(new MonthlyStatistic(
                                    "mill",
                                    YearMonth.of(2026, 2),
                                    new BigDecimal("1000000"),
                                    null,
                                    FigureStatus.FINAL,
                                    "return",
                                    MonthlyStatistic.AllowedUse.JUDGE,
                                    true)),
                            f.coefficientSets(),
                            f.targets(),
                            f.limits())));
            assertThat(months(books)).containsExactly(Map.entry(Subject.enterprise("mill"), month));
        }
    }

    @Test
    void a_park_without_enterprises_keeps_no_figures() {
        long month = Instant.parse("2026-01-31T16:00:00Z").toEpochMilli();
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T04:00:00Z"), ZoneOffset.UTC);
        try (Books books = SqliteBooks.open(folder.resolve("books.db"), BooksConfig.defaults(), clock)) {
            figures(books, "east", month);
            reconcile(books, registry("east", "west"));
            assertThat(months(books)).isEmpty();
            Registry left = registry("west", "west");
            reconcile(books, left);
            assertThat(months(books)).containsExactly(Map.entry(Subject.park("east"), month));
            assertThat(noted(books)).as("as installations before this have it").containsExactly("park:east");
            assertThat(new IntensityBooking(books, clock).book(left, tx -> {})).isTrue();
            assertThat(months(books)).isEmpty();
            assertThat(figures(books)).isZero();
            reconcile(books, left);
            assertThat(months(books)).as("nothing is left to do").isEmpty();
        }
    }

    @Test
    void a_park_removed_from_the_registry_keeps_no_figures() {
        long month = Instant.parse("2026-01-31T16:00:00Z").toEpochMilli();
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T04:00:00Z"), ZoneOffset.UTC);
        try (Books books = SqliteBooks.open(folder.resolve("books.db"), BooksConfig.defaults(), clock)) {
            figures(books, "gone", month);
            Registry registry = registry("east", "west");
            reconcile(books, registry);
            assertThat(months(books)).containsExactly(Map.entry(Subject.park("gone"), month));
            assertThat(new IntensityBooking(books, clock).book(registry, tx -> {}))
                    .isTrue();
            assertThat(figures(books)).isZero();
        }
    }

    private static long figures(Books books) {
        return books.<Long, RuntimeException>read(
                handle -> handle.createQuery("SELECT count(*) AS n FROM intensity_month WHERE subject = 'east'"
                                + " AND (tce IS NOT NULL OR ytd_tce IS NOT NULL)")
                        .mapTo(Long.class)
                        .one());
    }

    private static void reconcile(Books books, Registry registry) {
        new RegistryReconciler(books, RegistrySource.fixed(registry)).reconcile();
    }
}
