package io.greenpark.sheets.monthly;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.sheets.figure.Figure;
import java.time.YearMonth;

/** Names a figure of an enterprise and a month. */
public record SumKey(Figure figure, String enterprise, YearMonth month) {
    /** The document of the registry that has it. */
    public DocumentKey document() {
        return figure.document(enterprise, month);
    }
}
