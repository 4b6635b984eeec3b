package io.greenpark.acceptance.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * What the plates at a meter say of its ratio.
 *
 * @param direct that there is nothing to multiply with; then the others are null
 * @param ct current transformers
 * @param pt voltage transformers
 * @param factor what else to multiply with: the weight of a pulse
 */
public record Nameplate(
        boolean direct,
        @Nullable TransformerRatio ct,
        @Nullable TransformerRatio pt,
        @Nullable BigDecimal factor) {
    /** Nobody has looked. */
    public static final Nameplate UNKNOWN = new Nameplate(false, null, null, null);

    /** Nothing to multiply with. */
    public static final Nameplate DIRECT = new Nameplate(true, null, null, null);

    /** CT x PT x factor; null where nothing is known. 300/5 is 60. */
    public @Nullable BigDecimal ratio() {
        if (direct) {
            return BigDecimal.ONE;
        }
        if (ct == null && pt == null && factor == null) {
            return null;
        }
        BigDecimal above = of(ct, true).multiply(of(pt, true)).multiply(factor == null ? BigDecimal.ONE : factor);
        BigDecimal ratio = above.divide(of(ct, false).multiply(of(pt, false)), MathContext.DECIMAL64)
                .stripTrailingZeros();
        return ratio.scale() < 0 ? ratio.setScale(0) : ratio;
    }

    private static BigDecimal of(@Nullable TransformerRatio ratio, boolean primary) {
        return ratio == null ? BigDecimal.ONE : primary ? ratio.primary() : ratio.secondary();
    }
}
