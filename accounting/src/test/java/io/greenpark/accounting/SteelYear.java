package io.greenpark.accounting;

import io.greenpark.park.time.ParkTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The quarter hours of the measured steel plant, 2018, and their sums straight from the file. */
final class SteelYear {
    /** A quarter hour by its end. */
    record Quarter(long endMs, YearMonth month, BigDecimal kwh) {}

    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private SteelYear() {}

    static List<Quarter> quarters() {
        List<Quarter> quarters = new ArrayList<>();
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(
                        SteelYear.class.getResourceAsStream("steel-2018-kwh.csv.gz"), "steel-2018-kwh.csv.gz")),
                StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.startsWith("#")).forEach(line -> quarters.add(quarter(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return quarters;
    }

    /** A row's time is the end of its quarter hour; 00:00 means 24:00 of the same date. */
    private static Quarter quarter(String line) {
        String[] parts = line.split(",");
        var label = DAY_FIRST.parse(parts[0]);
        LocalDate day = LocalDate.from(label);
        LocalTime time = LocalTime.from(label);
        var end = time.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(time);
        return new Quarter(
                end.atZone(ParkTime.SHANGHAI).toInstant().toEpochMilli(),
                YearMonth.from(day),
                new BigDecimal(parts[1]));
    }

    static Map<YearMonth, BigDecimal> months() {
        Map<YearMonth, BigDecimal> months = new TreeMap<>();
        quarters().forEach(q -> months.merge(q.month(), q.kwh(), BigDecimal::add));
        return months;
    }
}
