package io.greenpark.registry.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.registry.District;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Registry;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ToldDocumentsTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 1);
    private static final DocumentKey KEY = DocumentKey.statistic("mill", MONTH);

    private static MonthlyStatistic statistic(AllowedUse use) {
        return new MonthlyStatistic(
                "mill",
                MONTH,
                new BigDecimal("2000000"),
                new BigDecimal("9000000"),
                FigureStatus.FINAL,
                "survey",
                use,
                true);
    }

    private static Registry registry(AllowedUse use) {
        return new Registry(new Registry.Facts(
                District.of("district"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(statistic(use)),
                List.of(),
                List.of(),
                List.of()));
    }

    private static Document document(AllowedUse use) {
        return new Document(
                "{\"allowedUse\":\"" + use.name().toLowerCase(Locale.ROOT).replace('_', '-')
                        + "\",\"enterprise\":\"mill\",\"ivaCny\":\"2000000\",\"month\":\"2026-01\",\"outputCny\":\"9000000\"}");
    }

    @Test
    void values_for_sums_only_are_in_no_version() {
        Registry now = registry(AllowedUse.AGGREGATE_ONLY);
        for (AllowedUse earlier : AllowedUse.values()) {
            Document told = ToldDocuments.told(KEY, document(earlier), now);
            assertThat(told.json()).doesNotContain("2000000", "9000000").contains("\"month\":\"2026-01\"");
        }
    }

    @Test
    void what_was_for_sums_only_when_it_was_given_stays_withheld() {
        Document told = ToldDocuments.told(KEY, document(AllowedUse.AGGREGATE_ONLY), registry(AllowedUse.JUDGE));
        assertThat(told.json()).doesNotContain("2000000");
    }

    @Test
    void other_statistics_are_told_whole() {
        Document document = document(AllowedUse.SHOW_OWN);
        assertThat(ToldDocuments.told(KEY, document, registry(AllowedUse.JUDGE)))
                .isEqualTo(document);
        assertThat(ToldDocuments.told(KEY, null, registry(AllowedUse.JUDGE))).isNull();
    }
}
