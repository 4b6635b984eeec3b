package io.greenpark.returns.question;

import io.greenpark.returns.figure.FigureKey;
import io.greenpark.returns.figure.Quantity;
import io.greenpark.returns.figure.ReturnPeriod;
import java.util.Map;

/** What is known of an earlier period: from its return, or from the statistics. */
public record Past(ReturnPeriod period, Map<FigureKey, Quantity> figures) {
    public Past {
        figures = Map.copyOf(figures);
    }
}
