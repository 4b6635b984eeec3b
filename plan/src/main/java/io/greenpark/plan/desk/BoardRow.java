package io.greenpark.plan.desk;

import io.greenpark.plan.light.Lights.Listed;
import io.greenpark.plan.light.Standing;
import io.greenpark.plan.target.Area;
import io.greenpark.plan.target.PlanTarget;
import io.greenpark.plan.value.Figure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target on the board.
 *
 * @param asked the figure of the period that was asked for, whether anybody knows it or not
 * @param newest the newest that somebody knows up to then; null for none
 * @param listed whom its rule lists, of a list; else null
 * @param figures all that its standing is made of, oldest first
 */
public record BoardRow(
        PlanTarget target,
        Area area,
        Figure asked,
        @Nullable Figure newest,
        Standing standing,
        @Nullable Listed listed,
        List<Figure> figures) {
    public BoardRow {
        figures = List.copyOf(figures);
    }
}
