package io.greenpark.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.store.books.Mark;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSource;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** An InfluxDB as an earlier version filled it, and books that may tell less. */
final class WithheldFixture {
    static final long JANUARY = 1_735_660_800_000L;
    static final long FEBRUARY = 1_738_339_200_000L;

    private WithheldFixture() {}

    /** Value added of three enterprises, and the figure of a case. */
    static void fill(InfluxConfig config) {
        StringBuilder lines = new StringBuilder();
        for (String enterprise : List.of("mill", "o'kiln", "gone")) {
            for (long month : List.of(JANUARY, FEBRUARY)) {
                lines.append("intensity_month,enterprise=" + enterprise + ",park=east iva_cny=2000000,tce=1.5,"
                        + "tce_per_10k_cny=0.0075,status=\"FINAL\" " + month + "\n"
                        + "alert,case=c-1,rule=energy-decline-behind figure=-1.2,limit=-5 "
                        + (month + 7) + "\n");
            }
        }
        write(config, lines.toString());
    }

    static void write(InfluxConfig config, String lines) {
        try (LineClient client = new LineClient(config, Clock.systemUTC())) {
            assertThat(client.write(lines)).isEqualTo(Answer.OK);
        }
    }

    /** What may be told now: of the mill its intensity, of the kiln its energy, of the enterprise that is gone nothing. */
    static SeriesSource figures() {
        return new SeriesSource() {
            @Override
            public Set<Mark.Kind> kinds() {
                return Set.of(Mark.Kind.INTENSITY_MONTH);
            }

            @Override
            public List<SeriesPoint> points(Handle handle, List<Mark> marks) {
                return marks.stream()
                        .filter(m -> !m.subject().equals("gone"))
                        .map(m -> {
                            Map<String, Object> fields = new TreeMap<>(Map.of("tce", 1.5, "status", "FINAL"));
                            if (m.subject().equals("mill")) {
                                fields.put("tce_per_10k_cny", 0.0075);
                            }
                            return new SeriesPoint(
                                    "intensity_month",
                                    Map.of("enterprise", m.subject(), "park", "east"),
                                    fields,
                                    m.startMs());
                        })
                        .toList();
            }

            @Override
            public List<String> subjects(Handle handle, Mark.Kind kind) {
                return List.of("mill", "o'kiln");
            }

            @Override
            public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
                return List.of(JANUARY, FEBRUARY).stream()
                        .filter(start -> start > afterMs)
                        .toList();
            }

            @Override
            public Map<Long, Set<String>> withheld(
                    Handle handle, Mark.Kind kind, String subject, Map<Long, Set<String>> fields) {
                return withheld(fields, f -> f.equals("iva_cny") || !subject.equals("mill"));
            }

            @Override
            public boolean holdsBack() {
                return true;
            }

            private Map<Long, Set<String>> withheld(Map<Long, Set<String>> fields, Predicate<String> hidden) {
                Map<Long, Set<String>> withheld = new TreeMap<>();
                fields.forEach((time, names) -> {
                    Set<String> those = names.stream().filter(hidden).collect(Collectors.toSet());
                    if (!those.isEmpty()) {
                        withheld.put(time, those);
                    }
                });
                return withheld;
            }
        };
    }

    static SeriesSource cases() {
        return new SeriesSource() {
            @Override
            public Set<Mark.Kind> kinds() {
                return Set.of(Mark.Kind.ALERT);
            }

            @Override
            public List<SeriesPoint> points(Handle handle, List<Mark> marks) {
                return List.of(JANUARY, FEBRUARY).stream()
                        .map(start -> new SeriesPoint(
                                "alert",
                                Map.of("case", "c-1", "rule", "energy-decline-behind"),
                                Map.of("limit", -5.0),
                                start + 7))
                        .toList();
            }

            @Override
            public List<String> subjects(Handle handle, Mark.Kind kind) {
                return List.of("c-1");
            }

            @Override
            public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
                return afterMs < 0 ? List.of(0L) : List.of();
            }

            @Override
            public Map<Long, Set<String>> withheld(
                    Handle handle, Mark.Kind kind, String subject, Map<Long, Set<String>> fields) {
                return fields;
            }
        };
    }
}
