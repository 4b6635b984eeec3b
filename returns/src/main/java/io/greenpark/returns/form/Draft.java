package io.greenpark.returns.form;

import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.returns.figure.FigureKey;
import io.greenpark.returns.figure.Figures;
import java.util.Map;

/**
 * What the enterprise enters, as it is typed.
 *
 * @param prefilled the figures that were filled in beforehand and are as they were
 * @param words answers by the ids of questions
 * @param allowedUse what the bureau may use it for
 */
public record Draft(
        Figures figures, Map<FigureKey, Prefill> prefilled, Map<String, String> words, AllowedUse allowedUse) {
    public Draft {
        prefilled = Map.copyOf(prefilled);
        words = Map.copyOf(words);
    }
}
