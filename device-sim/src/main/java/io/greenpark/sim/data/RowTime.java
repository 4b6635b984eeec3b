package io.greenpark.sim.data;

import io.greenpark.park.time.ParkTime;
import io.greenpark.sim.table.CsvTable;
import io.greenpark.sim.table.DataFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the time of a row is found in a data set. */
@FunctionalInterface
interface RowTime {
    /** The time of a row, as its device stamps it. */
    Instant of(CsvTable file, CsvTable.CsvLine line, int index);

    ParkTime PARK = ParkTime.shanghai();
    DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm").withResolverStyle(ResolverStyle.STRICT);
    DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("'D-'d/M/uu").withResolverStyle(ResolverStyle.STRICT);
    Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d\\d(?!\\d)");

    /** End of a quarter hour, day first; the last of a day is labelled 00:00 of the same date and means 24:00. */
    static Instant endOfQuarter(CsvTable file, CsvTable.CsvLine line, int index) {
        String text = file.cell(line, "date");
        try {
            LocalDateTime label = LocalDateTime.parse(String.valueOf(text), DAY_FIRST);
            LocalDateTime end = label.toLocalTime().equals(LocalTime.MIDNIGHT) ? label.plusDays(1) : label;
            return end.atZone(PARK.zone()).toInstant();
        } catch (DateTimeParseException e) {
            throw file.fault(line, "time \"" + text + "\"; expected day first, e.g. 31/12/2018 23:45");
        }
    }

    /** Start of a day written {@code D-1/3/90}. */
    static Instant startOfDay(CsvTable file, CsvTable.CsvLine line, int index) {
        String text = file.cell(line, "Date");
        try {
            LocalDate day = LocalDate.parse(String.valueOf(text), SHORT_DAY);
            return PARK.startOf(day.getYear() >= 2070 ? day.minusYears(100) : day);
        } catch (DateTimeParseException e) {
            throw file.fault(line, "day \"" + text + "\"; expected D-day/month/year, e.g. D-1/3/90");
        }
    }

    /** Start of an hour: rows without a time are consecutive hours from 1 January of the year in the file's name. */
    static Instant consecutiveHour(CsvTable file, CsvTable.CsvLine line, int index) {
        String year = null;
        Matcher matcher = YEAR.matcher(file.name());
        while (matcher.find()) {
            year = matcher.group();
        }
        if (year == null) {
            throw new DataFileException(
                    file.name()
                            + ": the rows have no time; put the year into the file's name, e.g. gas-turbine-emissions-2011.csv");
        }
        return PARK.startOf(LocalDate.of(Integer.parseInt(year), 1, 1)).plus(Duration.ofHours(index));
    }
}
