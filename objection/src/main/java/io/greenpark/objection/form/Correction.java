package io.greenpark.objection.form;

import io.greenpark.accounting.intensity.AwaitedCorrection;
import org.jspecify.annotations.Nullable;

/**
 * What puts a month right that an objection was right about, as the decision names it.
 *
 * @param reference which one it is, where that is known
 */
public record Correction(
        AwaitedCorrection.Kind kind, @Nullable String reference) {}
