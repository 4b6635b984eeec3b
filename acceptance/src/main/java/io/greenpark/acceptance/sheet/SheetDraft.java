package io.greenpark.acceptance.sheet;

import io.greenpark.acceptance.comparison.DisplayLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody fills in.
 *
 * @param serial the number on the meter
 * @param remark in their words
 * @param lines a point each
 */
public record SheetDraft(@Nullable String serial, @Nullable String remark, List<DisplayLine> lines) {
    public SheetDraft {
        lines = List.copyOf(lines);
    }
}
