package io.greenpark.sim.profile;

import io.greenpark.sim.table.CsvTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Electric load of an industry as a share of its peak: over the day, the week and the year (Spring Festival, summer
 * cooling). Local time.
 *
 * @param peakKw peak load of an average enterprise, kW
 * @param byHour 24 shares of the peak
 * @param coolingShare what July to September add
 */
public record LoadShape(
        String industry, double peakKw, List<Double> byHour, double saturday, double sunday, double coolingShare) {
    private static final int[] UNTIL_HOUR = {6, 8, 11, 13, 17, 20, 24};
    private static final double FESTIVAL_LEVEL = 0.1;
    private static final int FESTIVAL_DAYS_BEFORE = 5;
    private static final int FESTIVAL_DAYS_AFTER = 11;
    private static final Map<String, LoadShape> SHAPES = load();
    private static final List<LocalDate> FESTIVALS =
            CsvTable.beside(LoadShape.class, "spring-festivals.csv").lines().stream()
                    .map(CsvTable.CsvLine::cells)
                    .map(row -> LocalDate.parse(row[0]))
                    .toList();

    /** The shape of an industry, or empty if the table has none. */
    public static Optional<LoadShape> of(String industry) {
        return Optional.ofNullable(SHAPES.get(industry));
    }

    private static Map<String, LoadShape> load() {
        Map<String, LoadShape> shapes = new LinkedHashMap<>();
        for (CsvTable.CsvLine line :
                CsvTable.beside(LoadShape.class, "load-shapes.csv").lines()) {
            String[] row = line.cells();
            Double[] byHour = new Double[24];
            for (int hour = 0, band = 0; hour < 24; hour++) {
                if (hour == UNTIL_HOUR[band]) {
                    band++;
                }
                byHour[hour] = Double.valueOf(row[2 + band]);
            }
            shapes.put(
                    row[0],
                    new LoadShape(
                            row[0],
                            Double.parseDouble(row[1]),
                            List.of(byHour),
                            Double.parseDouble(row[9]),
                            Double.parseDouble(row[10]),
                            Double.parseDouble(row[11])));
        }
        return shapes;
    }

    /** Share of the peak in the hour that begins at {@code local}, before noise and trend. */
    public double share(LocalDateTime local) {
        double share = byHour.get(local.getHour());
        DayOfWeek day = local.getDayOfWeek();
        if (day == DayOfWeek.SATURDAY) {
            share *= saturday;
        } else if (day == DayOfWeek.SUNDAY) {
            share *= sunday;
        }
        if (local.getMonthValue() >= 7 && local.getMonthValue() <= 9) {
            share *= 1 + coolingShare;
        }
        return festival(local.toLocalDate()) ? share * FESTIVAL_LEVEL : share;
    }

    private static boolean festival(LocalDate day) {
        return FESTIVALS.stream()
                .anyMatch(first -> !day.isBefore(first.minusDays(FESTIVAL_DAYS_BEFORE))
                        && !day.isAfter(first.plusDays(FESTIVAL_DAYS_AFTER)));
    }
}
