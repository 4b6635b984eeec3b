package io.greenpark.returns.desk;

import io.greenpark.returns.form.MonthlyReturn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A return as it was when somebody submitted, returned or accepted it.
 *
 * @param words that went with it; null where there were none
 */
public record ReturnStep(
        MonthlyReturn then,
        Instant at,
        String who,
        @Nullable String words) {}
