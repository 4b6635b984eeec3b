package io.greenpark.acceptance.comparison;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands on a transformer, as {@code 300/5}; both positive. */
public record TransformerRatio(BigDecimal primary, BigDecimal secondary) {
    private static final String NUMBER = "([0-9]{1,9}(?:[.][0-9]{1,6})?)";
    private static final Pattern FORM = Pattern.compile("\\s*" + NUMBER + "\\s*[/:]\\s*" + NUMBER + "\\s*");

    public TransformerRatio {
        if (primary.signum() <= 0 || secondary.signum() <= 0) {
            throw new IllegalArgumentException(primary + "/" + secondary + " is no ratio");
        }
    }

    /** Reads {@code 300/5} or {@code 300:5}; empty for anything else, and where one of them is 0. */
    public static Optional<TransformerRatio> of(String text) {
        Matcher matcher = FORM.matcher(text.replace('：', ':').replace('／', '/'));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal primary = new BigDecimal(matcher.group(1));
        BigDecimal secondary = new BigDecimal(matcher.group(2));
        return primary.signum() > 0 && secondary.signum() > 0
                ? Optional.of(new TransformerRatio(primary, secondary))
                : Optional.empty();
    }

    /** As it stands on the plate. */
    public String text() {
        return primary.toPlainString() + "/" + secondary.toPlainString();
    }
}
