package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Episode;
import io.greenpark.park.registry.Name;

/** Puts findings into words, in both languages. */
public interface Wording {
    /**
     * @param title one line
     * @param text who, what, the figure, the limit, since when, how sure
     */
    record Words(Name title, Name text) {}

    Words of(Matter matter, Episode episode);

    /** What to say when the finding turned out untrue; {@code before} is what had been said. */
    Name withdrawn(Name before);

    /** What to say when a graver case about the same took over; {@code before} is what had been said. */
    Name takenOver(Name before);
}
