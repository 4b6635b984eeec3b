package io.greenpark.registry.document;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Registry;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Documents as officers may see them: a statistic that may be told in sums only has no values, in none of its versions, whatever
 * use an earlier one allowed.
 */
public final class ToldDocuments {
    private static final List<String> VALUES = List.of("ivaCny", "outputCny");

    private ToldDocuments() {}

    /**
     * Whether the fields with values of a document are withheld.
     *
     * @param document one version of it
     * @param now the registry that holds now
     */
    public static boolean areValuesWithheld(DocumentKey key, Document document, Registry now) {
        return key.kind() == DocumentKind.STATISTIC
                && (EnumCode.of(AllowedUse.AGGREGATE_ONLY).equals(document.text("allowedUse"))
                        || isForSumsOnly(document, now));
    }

    private static boolean isForSumsOnly(Document document, Registry now) {
        String enterprise = document.text("enterprise");
        String month = document.text("month");
        return enterprise != null
                && month != null
                && now.statistic(enterprise, YearMonth.parse(month))
                        .map(MonthlyStatistic::allowedUse)
                        .filter(use -> use == AllowedUse.AGGREGATE_ONLY)
                        .isPresent();
    }

    /** The document without withheld values; null stays null. */
    public static @Nullable Document told(DocumentKey key, @Nullable Document document, Registry now) {
        if (document == null || !areValuesWithheld(key, document, now)) {
            return document;
        }
        Document told = document;
        for (String field : VALUES) {
            told = told.with(field, null);
        }
        return told;
    }

    /** Whether a field is one of those that {@link #areValuesWithheld} speaks of. */
    public static boolean isValue(DocumentKey key, String field) {
        return key.kind() == DocumentKind.STATISTIC && VALUES.contains(field);
    }
}
