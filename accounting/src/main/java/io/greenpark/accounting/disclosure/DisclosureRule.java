package io.greenpark.accounting.disclosure;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * When a sum of guarded values may leave. Both settings may be made stricter, not laxer.
 *
 * @param leastEnterprises how many enterprises must add something to it
 * @param largestShare the most that one of them may make up of it, 0..1
 */
public record DisclosureRule(int leastEnterprises, BigDecimal largestShare) {
    private static final int LEAST = 3;
    private static final BigDecimal LARGEST = new BigDecimal("0.7");
    private static final BigDecimal SMALLEST_SHARE = new BigDecimal("0.1");
    private static final Accepted<BigDecimal> SHARE = new Accepted<>("a share 0.1..0.7", DisclosureRule::share);

    /** The default settings. */
    public static DisclosureRule defaults() {
        return new DisclosureRule(LEAST, LARGEST);
    }

    /** Reads the section {@code statistics}. */
    public static DisclosureRule from(Settings settings, Problems problems) {
        return new DisclosureRule(
                settings.integer("leastEnterprises", LEAST, LEAST, 1_000, problems),
                settings.value("largestShare", SHARE, LARGEST));
    }

    private static @Nullable BigDecimal share(String text) {
        BigDecimal share = Accepted.decimal().parse(text);
        return share == null || share.compareTo(SMALLEST_SHARE) < 0 || share.compareTo(LARGEST) > 0 ? null : share;
    }

    /**
     * Whether the sum of one value per enterprise tells none of them. Enterprises with a value of 0 add nothing and do not
     * count. Negative values make a sum smaller than its parts, so a part is held against the sum as it would be told: a sum
     * of 0 tells that of others' too.
     */
    boolean allows(Collection<BigDecimal> values) {
        BigDecimal sum =
                values.stream().reduce(BigDecimal.ZERO, BigDecimal::add).abs();
        BigDecimal most = sum.multiply(largestShare);
        long adding = values.stream().filter(v -> v.signum() != 0).count();
        return adding >= leastEnterprises
                && values.stream().allMatch(v -> v.abs().compareTo(most) <= 0);
    }
}
