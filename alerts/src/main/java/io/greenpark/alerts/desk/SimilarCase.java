package io.greenpark.alerts.desk;

import io.greenpark.alerts.cases.Case;
import org.jspecify.annotations.Nullable;

/**
 * A case like another one.
 *
 * @param cause code of what the enterprise said that it was; null where it did not say
 */
public record SimilarCase(Case similar, @Nullable String cause) {}
