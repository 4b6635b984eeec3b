package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An assigned energy-decline target: intensity is to change by {@code yearlyChangePercent} per year, on average over the
 * years from {@code fromYear} to {@code toYear}. An enterprise is judged only against a target assigned to it.
 *
 * @param subject whom it is assigned to
 * @param yearlyChangePercent e.g. -5
 * @param baseYear year the index starts from
 * @param source the plan or notice that assigns it
 * @param sourceZh the same in Chinese; null where it reads alike
 */
public record Target(
        String id,
        Subject subject,
        BigDecimal yearlyChangePercent,
        int baseYear,
        int fromYear,
        int toYear,
        CoefficientSet.ElectricityBasis basis,
        String source,
        @Nullable String sourceZh) {
    /** One whose source reads alike in both languages. */
    public Target(
            String id,
            Subject subject,
            BigDecimal yearlyChangePercent,
            int baseYear,
            int fromYear,
            int toYear,
            CoefficientSet.ElectricityBasis basis,
            String source) {
        this(id, subject, yearlyChangePercent, baseYear, fromYear, toYear, basis, source, null);
    }

    /** The source for people. */
    public Bilingual sourceText() {
        return new Bilingual(sourceZh == null ? source : sourceZh, source);
    }
}
