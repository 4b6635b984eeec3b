package io.greenpark.influx;

import io.greenpark.influx.WithheldPoints.Finding;
import io.greenpark.store.series.GuardedSeries;
import java.util.ArrayList;
import java.util.List;

/** Some subjects of a series: what is looked through at a time. */
record Portion(GuardedSeries series, List<String> subjects) {
    private static final int SUBJECTS = 50;

    static List<Portion> of(GuardedSeries series, List<String> subjects) {
        List<Portion> portions = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i += SUBJECTS) {
            portions.add(new Portion(series, subjects.subList(i, Math.min(subjects.size(), i + SUBJECTS))));
        }
        return portions;
    }

    /** Those that findings are of. */
    static List<Portion> of(List<Finding> findings) {
        List<Portion> portions = new ArrayList<>();
        for (GuardedSeries series : GuardedSeries.ALL) {
            portions.addAll(of(
                    series,
                    findings.stream()
                            .filter(f -> f.series().equals(series))
                            .map(Finding::subject)
                            .distinct()
                            .toList()));
        }
        return portions;
    }
}
