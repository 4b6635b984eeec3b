package io.greenpark.store.books;

import java.math.BigDecimal;

/**
 * Count and sum of the packed samples of a day of a point, for comparing two sets of books.
 *
 * @param samples how many there are
 * @param values the sum of their values, exact
 */
public record CompactedSum(long samples, BigDecimal values) {
    /** Of the column {@code data} of a row of {@code reading_folded}. */
    public static CompactedSum of(byte[] data) {
        BigDecimal values = BigDecimal.ZERO;
        long samples = 0;
        for (StoredSample sample : DayCodec.decode(data)) {
            values = values.add(BigDecimal.valueOf(sample.value()));
            samples++;
        }
        return new CompactedSum(samples, values);
    }
}
