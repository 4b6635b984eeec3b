package io.greenpark.sheets.mapping;

import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.sheets.figure.Figure;
import io.greenpark.sheets.figure.SheetUnit;
import io.greenpark.sheets.layout.Layout;
import io.greenpark.sheets.layout.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the sheets of one source mean.
 *
 * @param name as people call the source, e.g. 供电公司月度电量表
 * @param fingerprint of the header that it is of, see {@link Layout#fingerprint()}
 * @param columns what each heading is
 * @param source who provides the figures, as the registry is to say
 * @param status of the figures
 * @param allowedUse what the provider allows
 */
public record SheetMapping(
        String name,
        String fingerprint,
        List<ColumnUse> columns,
        String source,
        FigureStatus status,
        AllowedUse allowedUse) {
    public SheetMapping {
        columns = List.copyOf(columns);
    }

    /**
     * What a heading is.
     *
     * @param heading its key, see {@link io.greenpark.sheets.layout.Heading#key()}
     * @param figure of amounts and totals; null of others
     * @param unit of amounts and totals; null of others, and where a column of the sheet says it
     */
    public record ColumnUse(
            String heading,
            Role role,
            @Nullable Figure figure,
            @Nullable SheetUnit unit) {}

    /** What a heading is; empty where the mapping does not know it. */
    public Optional<ColumnUse> use(String heading) {
        return columns.stream().filter(c -> c.heading().equals(heading)).findFirst();
    }

    /** Whether it has a column of a role. */
    public boolean has(Role role) {
        return columns.stream().anyMatch(c -> c.role() == role);
    }
}
