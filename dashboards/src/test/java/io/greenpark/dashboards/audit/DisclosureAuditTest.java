package io.greenpark.dashboards.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.disclosure.PrimaryOnly;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSchema;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody with the rights of an officer collects all answers, cases and series of a year and solves them together. None of the
 * values that may be told in sums only is recovered within a tenth.
 */
class DisclosureAuditTest {
    @TempDir
    Path dir;

    /** The attacker after having been told everything. */
    private Attacker informed(AuditDistrict district, Disclosures disclosures) throws Exception {
        Attacker attacker = new Attacker(district);
        try (AuditedInstallation installation = new AuditedInstallation(dir, district, disclosures)) {
            Officer officer = new Officer(installation, district, attacker);
            officer.askEverything();
            assertThat(officer.energyCases()).as("cases to learn from").isPositive();
            assertThat(officer.medians()).as("medians of industries").isPositive();
            assertThat(officer.statistics()).as("documents of statistics").isPositive();
            installation.series().forEach(p -> series(attacker, p));
        }
        return attacker;
    }

    private static @Nullable Double number(@Nullable Object value) {
        return value instanceof Number n ? Double.valueOf(n.doubleValue()) : null;
    }

    private static void series(Attacker attacker, SeriesPoint p) {
        boolean area = p.measurement().equals(SeriesSchema.AREA_INTENSITY_MONTH);
        if (!area && !p.measurement().equals(SeriesSchema.INTENSITY_MONTH)) {
            return;
        }
        Subject whose = !area
                ? Subject.enterprise(p.tags().get(SeriesSchema.TAG_ENTERPRISE))
                : p.tags().containsKey(SeriesSchema.TAG_PARK)
                        ? Subject.park(p.tags().get(SeriesSchema.TAG_PARK))
                        : Subject.district(p.tags().get(SeriesSchema.TAG_DISTRICT));
        YearMonth month = AuditDistrict.TIME.monthOf(Instant.ofEpochMilli(p.timeMs()));
        for (boolean toDate : new boolean[] {false, true}) {
            String prefix = toDate ? SeriesSchema.YEAR_TO_DATE : "";
            attacker.told(new Attacker.Told(
                    whose,
                    "EQUIVALENT",
                    toDate,
                    month,
                    number(p.fields().get(prefix + SeriesSchema.TCE)),
                    number(p.fields().get(prefix + SeriesSchema.IVA_CNY)),
                    number(p.fields().get(prefix + SeriesSchema.TCE_PER_10K_CNY)),
                    number(p.fields().get(prefix + SeriesSchema.CHANGE_PERCENT))));
        }
    }

    @Test
    void none_of_forty_protected_values_is_recovered() throws Exception {
        AuditDistrict district = new AuditDistrict(true);
        Map<String, BigDecimal> secret = district.values(AllowedUse.AGGREGATE_ONLY);
        assertThat(secret.keySet().stream().filter(n -> n.contains(" 2025"))).hasSize(40);
        Attacker attacker = informed(district, Disclosures.standard());
        assertThat(attacker.equations()).as("told").isGreaterThan(1_000);
        assertThat(attacker.recovered(secret)).isEmpty();
        assertThat(attacker.recovered(district.values(AllowedUse.SHOW_OWN)))
                .as("what officers may see is shown to them")
                .hasSameSizeAs(district.values(AllowedUse.SHOW_OWN).keySet());
    }

    @Test
    void the_attack_recovers_some_where_each_sum_is_looked_at_by_itself() throws Exception {
        AuditDistrict district = new AuditDistrict(true);
        Attacker attacker = informed(district, PrimaryOnly.disclosures());
        assertThat(attacker.recovered(district.values(AllowedUse.AGGREGATE_ONLY)))
                .contains("two-1 2025-08", "two-1 2025-09");
    }

    @Test
    void the_attack_recovers_all_where_nothing_is_protected() throws Exception {
        AuditDistrict district = new AuditDistrict(false);
        Map<String, BigDecimal> secret = district.values(AllowedUse.AGGREGATE_ONLY);
        Attacker attacker = informed(district, Disclosures.standard());
        secret.keySet().removeAll(Set.of("late-1 2025-01", "late-1 2025-02"));
        assertThat(attacker.recovered(secret))
                .as("all but those of which only a sum over two months counts")
                .isEqualTo(secret.keySet());
    }

    @Test
    void the_series_tell_whoever_looks_at_grafana_only_what_may_be_judged() throws Exception {
        AuditDistrict district = new AuditDistrict(true);
        Attacker attacker = new Attacker(district);
        try (AuditedInstallation installation = new AuditedInstallation(dir, district, Disclosures.standard())) {
            assertThat(installation.series())
                    .isNotEmpty()
                    .allSatisfy(p -> assertThat(p.fields().keySet())
                            .doesNotContain(SeriesSchema.IVA_CNY, SeriesSchema.YEAR_TO_DATE + SeriesSchema.IVA_CNY))
                    .anySatisfy(p -> assertThat(p.fields()).containsKey(SeriesSchema.TCE_PER_10K_CNY))
                    .anySatisfy(p -> {
                        assertThat(p.tags()).containsKey(SeriesSchema.TAG_AREA);
                        assertThat(p.fields()).containsKey(SeriesSchema.TCE_PER_10K_CNY);
                    });
            installation.series().forEach(p -> series(attacker, p));
        }
        Map<String, BigDecimal> secret = new LinkedHashMap<>(district.values(AllowedUse.AGGREGATE_ONLY));
        secret.putAll(district.values(AllowedUse.SHOW_OWN));
        assertThat(attacker.recovered(secret)).isEmpty();
    }

    /** Which of some values an edit tried out betrays, as it is answered otherwise than one of another value. */
    private Set<String> guessed(AuditDistrict district, Map<String, BigDecimal> values) throws Exception {
        Set<String> guessed = new TreeSet<>();
        try (AuditedInstallation installation = new AuditedInstallation(dir, district, Disclosures.standard())) {
            for (Map.Entry<String, BigDecimal> value : values.entrySet()) {
                String[] whose = value.getKey().split(" ");
                YearMonth month = YearMonth.parse(whose[1]);
                BigDecimal wrong = value.getValue().add(BigDecimal.ONE);
                if (!installation
                        .tried(whose[0], month, value.getValue().toPlainString())
                        .equals(installation.tried(whose[0], month, wrong.toPlainString()))) {
                    guessed.add(value.getKey());
                }
            }
        }
        return guessed;
    }

    @Test
    void whoever_may_edit_cannot_find_a_protected_value_by_guessing() throws Exception {
        AuditDistrict district = new AuditDistrict(true);
        Map<String, BigDecimal> secret = district.values(AllowedUse.AGGREGATE_ONLY);
        assertThat(secret).hasSizeGreaterThanOrEqualTo(40);
        assertThat(guessed(district, secret)).isEmpty();
    }

    @Test
    void the_guesses_find_what_is_not_protected() throws Exception {
        AuditDistrict district = new AuditDistrict(true);
        Map<String, BigDecimal> shown = district.values(AllowedUse.SHOW_OWN);
        assertThat(guessed(district, shown)).isEqualTo(shown.keySet());
    }

    @Test
    void most_sums_are_told_all_the_same() throws Exception {
        AuditDistrict district = new AuditDistrict(true);
        try (AuditedInstallation installation = new AuditedInstallation(dir, district, Disclosures.standard())) {
            assertThat(installation
                            .intensity()
                            .rows(
                                    AuditDistrict.DISTRICT,
                                    YearMonth.of(2025, 1),
                                    YearMonth.of(2026, 1),
                                    ElectricityBasis.EQUIVALENT)
                            .stream()
                            .filter(row -> row.ofMonth().ivaCny() != null)
                            .map(row -> row.month().getMonthValue()))
                    .contains(5, 6, 8, 9);
        }
    }
}
