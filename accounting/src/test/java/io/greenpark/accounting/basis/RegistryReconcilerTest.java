package io.greenpark.accounting.basis;

import static io.greenpark.accounting.basis.BasisBooks.FIRST;
import static io.greenpark.accounting.basis.BasisBooks.month;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.accounting.intensity.IntensityBooking;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is booked and computed anew after which edit. */
class RegistryReconcilerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-15T04:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final TestRegistry registry = TestRegistry.district();
    private BasisBooks books;
    private RegistryReconciler reconciler;

    @BeforeEach
    void reconciled() {
        books = new BasisBooks(folder);
        reconciler = new RegistryReconciler(books.books, registry);
        reconciler.reconcile();
        books.done().figures(registry.current());
    }

    @AfterEach
    void close() {
        books.close();
    }

    /** The work that the registry as edited makes, but for hours of points and marks; from when on. */
    private Map<String, Long> intensities() {
        Map<String, Long> work = new TreeMap<>(work());
        work.keySet().removeIf(w -> w.contains(" of "));
        return work;
    }

    private Map<String, Long> work() {
        registry.publish();
        assertThat(reconciler.pending()).isTrue();
        assertThat(reconciler.reconcile()).isTrue();
        assertThat(reconciler.pending()).isFalse();
        assertThat(reconciler.reconcile()).isFalse();
        return books.work();
    }

    @Test
    void nothing_changed_makes_no_work() {
        assertThat(reconciler.reconcile()).isFalse();
        assertThat(work()).isEmpty();
        new RegistryReconciler(books.books, registry).reconcile();
        assertThat(books.work()).as("after a restart").isEmpty();
    }

    @Test
    void names_and_key_of_a_point_make_no_work() {
        registry.enterprise("mill", "east", "another name")
                .point(
                        "m-mill",
                        p -> new Point(
                                p.id(),
                                p.deviceId(),
                                "another-key",
                                p.enterpriseId(),
                                null,
                                "power",
                                Bilingual.same("another"),
                                p.facts(),
                                p.replacements(),
                                null));
        assertThat(work()).isEmpty();
    }

    @Test
    void another_ratio_books_the_hours_of_its_point() {
        registry.meter("m-mill", "d-mill", "40");
        assertThat(work()).containsOnlyKeys("hours of m-mill");
    }

    @Test
    void a_boundary_meter_that_becomes_a_sub_meter_changes_its_enterprise_and_areas() {
        registry.point("m-mill", "d-mill", TestRegistry.facts("1", false), null);
        assertThat(work()).isEqualTo(Map.of("hours of m-mill", month(FIRST), "mill", month(FIRST)));
    }

    @Test
    void a_boundary_meter_that_ended_changes_its_enterprise_and_areas() {
        registry.point("m-mill", "d-mill", TestRegistry.facts("1", true), Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(work()).isEqualTo(Map.of("mill", month(FIRST)));
    }

    @Test
    void a_device_that_moves_to_another_enterprise_changes_both() {
        registry.device("d-mill", "kiln");
        assertThat(work()).containsOnlyKeys("hours of m-mill", "mill", "kiln");
    }

    @Test
    void a_corrected_statistic_changes_figures_from_its_year_on() {
        registry.statistic("mill", "2026-02", "2000001");
        assertThat(work()).isEqualTo(Map.of("mill", month("2026-01")));
    }

    @Test
    void a_removed_statistic_changes_figures_from_its_year_on() {
        registry.withoutStatistic("mill", "2025-03");
        assertThat(work()).isEqualTo(Map.of("mill", month("2025-01")));
    }

    @Test
    void a_statistic_from_before_the_first_energy_changes_all_there_is() {
        registry.statistic("mill", "2020-05", "1");
        assertThat(work()).isEqualTo(Map.of("mill", month(FIRST)));
    }

    @Test
    void whether_a_statistic_may_be_held_against_somebody_makes_work_and_whether_that_was_stated_none() {
        registry.statistic(statistic(AllowedUse.JUDGE, false, "return"));
        assertThat(work()).isEmpty();
        registry.statistic(statistic(AllowedUse.SHOW_OWN, false, "return"));
        assertThat(work()).containsOnlyKeys("mill");
    }

    @Test
    void who_said_a_statistic_makes_no_work() {
        registry.statistic(statistic(AllowedUse.JUDGE, true, "somebody else"));
        assertThat(work()).isEmpty();
    }

    private static MonthlyStatistic statistic(AllowedUse use, boolean stated, String source) {
        return new MonthlyStatistic(
                "mill",
                YearMonth.of(2026, 2),
                new BigDecimal("2000000"),
                null,
                FigureStatus.FINAL,
                source,
                use,
                stated);
    }

    @Test
    void a_target_changes_exactly_whom_it_is_assigned_to() {
        registry.target("of-mill", Subject.enterprise("mill"), "-6");
        assertThat(work()).isEqualTo(Map.of("enterprise:mill", month(FIRST)));
        books.done();
        registry.target("of-east", Subject.park("east"), "-6");
        assertThat(work()).isEqualTo(Map.of("park:east", month(FIRST)));
        books.done();
        registry.target("of-district", Subject.district(TestRegistry.DISTRICT), "-6");
        assertThat(work()).isEqualTo(Map.of("district:district", month(FIRST)));
    }

    @Test
    void a_target_that_moves_changes_both_subjects() {
        registry.target("of-mill", Subject.enterprise("forge"), "-5");
        assertThat(work()).containsOnlyKeys("enterprise:mill", "enterprise:forge");
    }

    @Test
    void a_target_that_comes_or_goes_changes_its_subject() {
        registry.withoutTarget("of-mill");
        assertThat(work()).containsOnlyKeys("enterprise:mill");
        books.done();
        registry.target("of-kiln", Subject.enterprise("kiln"), "-1");
        assertThat(work()).containsOnlyKeys("enterprise:kiln");
    }

    @Test
    void a_coefficient_changes_everything_and_marks_figures_in_standard_coal() {
        registry.set("set", "0.3");
        assertThat(work())
                .containsOnlyKeys(
                        "mill",
                        "forge",
                        "kiln",
                        "ENERGY_HOUR of mill",
                        "ENERGY_HOUR of forge",
                        "ENERGY_HOUR of kiln",
                        "ENERGY_MONTH of mill",
                        "ENERGY_MONTH of forge",
                        "ENERGY_MONTH of kiln");
    }

    @Test
    void an_enterprise_that_moves_changes_both_parks() {
        registry.enterprise("mill", "west");
        assertThat(work()).isEqualTo(Map.of("park:east", month(FIRST), "park:west", month(FIRST)));
    }

    @Test
    void a_park_that_goes_with_its_enterprises_elsewhere_keeps_no_figures() {
        registry.enterprise("kiln", "east").withoutPark("west");
        assertThat(work()).containsOnlyKeys("park:east", "park:west");
        assertThat(new IntensityBooking(books.books, CLOCK).book(registry.current(), tx -> {}))
                .isTrue();
        assertThat(books.figuresOf("park")).as("parks with figures").doesNotContain("west");
        new RegistryReconciler(books.books, registry).reconcile();
        assertThat(books.work()).as("nothing is left to do").isEmpty();
    }

    @Test
    void an_enterprise_that_leaves_changes_its_park_and_the_district() {
        registry.withoutEnterprise("mill");
        assertThat(intensities()).containsOnlyKeys("park:east", "district:district");
    }

    @Test
    void an_enterprise_that_comes_back_changes_its_park_and_the_district() {
        registry.withoutEnterprise("kiln");
        assertThat(intensities()).containsOnlyKeys("park:west", "district:district");
        books.done();
        registry.enterprise("kiln", "west").device("d-kiln", "kiln").meter("m-kiln", "d-kiln", "1");
        registry.statistic("kiln", "2025-03", "1000000");
        assertThat(intensities()).containsOnlyKeys("park:west", "district:district", "kiln");
    }

    @Test
    void another_zone_books_the_hours_of_a_park() {
        registry.park("east", ZoneId.of("Asia/Tokyo"));
        assertThat(work()).containsOnlyKeys("hours of m-mill", "hours of m-forge", "park:east", "district:district");
    }

    @Test
    void edits_that_come_together_are_looked_at_together() {
        registry.target("of-mill", Subject.enterprise("forge"), "-5").publish();
        registry.target("of-mill", Subject.enterprise("kiln"), "-5").publish();
        registry.statistic("mill", "2026-02", "3");
        assertThat(work()).containsOnlyKeys("mill", "enterprise:mill", "enterprise:kiln");
    }

    @Test
    void a_pass_that_fails_is_done_again() {
        books.books.write(tx -> tx.handle().execute("ALTER TABLE account_intensity_work RENAME TO away"));
        registry.target("of-mill", Subject.enterprise("forge"), "-5").publish();
        assertThatThrownBy(reconciler::reconcile).isInstanceOf(RuntimeException.class);
        assertThat(reconciler.pending()).isTrue();
        books.books.write(tx -> tx.handle().execute("ALTER TABLE away RENAME TO account_intensity_work"));
        registry.statistic("kiln", "2026-02", "3");
        assertThat(work()).containsOnlyKeys("enterprise:mill", "enterprise:forge", "kiln");
    }

    @Test
    void work_and_digest_are_kept_together() {
        registry.target("of-mill", Subject.enterprise("mill"), "-6").publish();
        Map<String, String> before = books.digests();
        reconciler.reconcile();
        books.done().keep(Map.of("targets:enterprise:mill", before.get("targets:enterprise:mill")));
        new RegistryReconciler(books.books, registry).reconcile();
        assertThat(books.work()).as("killed before the commit").containsOnlyKeys("enterprise:mill");
    }

    @Test
    void many_edits_are_looked_at_as_a_whole() {
        for (int i = 0; i < 500; i++) {
            registry.park("p" + i);
        }
        registry.target("of-mill", Subject.enterprise("forge"), "-5");
        assertThat(work()).containsOnlyKeys("enterprise:mill", "enterprise:forge");
    }

    /** A park's row may be missing value added of an enterprise that has no energy in that month. */
    @Test
    void a_statistic_of_an_enterprise_without_energy_recomputes_its_park() {
        books.empty();
        reconcile(registry.current());
        long month = month("2026-02");
        books.books.write(tx -> {
            BasisBooks.intensity(tx.handle(), Subject.park("east"), month);
            return true;
        });
        reconcile(registry.statistic("mill", "2026-02", "1").registry());
        assertThat(books.work()).isEqualTo(Map.of("mill", month));
    }

    @Test
    void a_park_that_was_removed_before_members_were_kept_has_no_figures() {
        books.empty();
        books.books.write(tx -> {
            BasisBooks.intensity(tx.handle(), Subject.park("gone"), month("2026-02"));
            return true;
        });
        reconcile(registry.current());
        assertThat(books.work()).isEqualTo(Map.of("park:gone", month("2026-02")));
        assertThat(new IntensityBooking(books.books, CLOCK).book(registry.current(), tx -> {}))
                .isTrue();
        assertThat(books.figuresOf("park")).isEmpty();
    }

    private void reconcile(Registry current) {
        new RegistryReconciler(books.books, RegistrySource.fixed(current)).reconcile();
    }
}
