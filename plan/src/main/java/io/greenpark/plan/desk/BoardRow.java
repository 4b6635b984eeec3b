package io.greenpark.plan.desk;

import io.greenpark.plan.light.Lights.Listed;
import io.greenpark.plan.light.Standing;
import io.greenpark.plan.target.Area;
import io.greenpark.plan.target.PlanTarget;
import io.greenpark.plan.value.Figure;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target on the board.
 *
 * @param asked the figure of the period that was asked for, whether anybody knows it or not
 * @param newest the newest that somebody knows up to then; null for none
 * @param listed whom its rule lists, of a list; else null
 * @param before the figure that a new one of the period is held against; null where there is none, or where figures may well be far apart
 * @param beside what other periods come to, to which one of this period adds; null where it adds to none
 * @param leastCoveragePercent of how many enterprises there have to be data for a computed figure to stand first
 * @param figures all that its standing is made of, oldest first
 */
public record BoardRow(
        PlanTarget target,
        Area area,
        Figure asked,
        @Nullable Figure newest,
        Standing standing,
        @Nullable Listed listed,
        @Nullable Figure before,
        @Nullable BigDecimal beside,
        BigDecimal leastCoveragePercent,
        List<Figure> figures) {
    public BoardRow {
        figures = List.copyOf(figures);
    }
}
