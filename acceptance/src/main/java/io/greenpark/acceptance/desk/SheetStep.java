package io.greenpark.acceptance.desk;

import io.greenpark.acceptance.sheet.SheetState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a sheet, when, by whom and with which words. */
public record SheetStep(
        long version,
        SheetState state,
        Instant at,
        String who,
        @Nullable String words) {}
