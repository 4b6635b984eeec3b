package io.greenpark.park.energy;

import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.unit.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A series of a register and the right answer, out of a file of {@code corpus/registers}; its README explains the form. */
final class RegisterCase {
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d(?::\\d\\d)?";
    private static final Pattern SERIES = Pattern.compile("(" + TIME + ")(?: every (\\w+))?  +(.+)");
    private static final Pattern RUN = Pattern.compile("(-|[\\d.]+)(?: \\+([\\d.]+))?(?: x(\\d+))?");
    private static final Pattern REPLACED = Pattern.compile("(" + TIME + ")  +([\\d.]+) -> ([\\d.]+)");
    private static final Pattern RIGHT = Pattern.compile("(.+?)  +(\\S+)(?: (\\w+))?");

    /**
     * A line of the right answer.
     *
     * @param what as the file says it
     * @param fromMs start of the first period
     * @param amount kWh of each period; null where nothing is known
     */
    record Right(
            String what,
            List<long[]> periods,
            @Nullable BigDecimal amount,
            @Nullable String quality) {}

    private final TreeMap<Long, Sample> samples = new TreeMap<>();
    private final List<Right> right = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final List<Replacement> replacements = new ArrayList<>();
    private Duration every = Duration.ofMinutes(15);
    private @Nullable String most;
    private @Nullable String range;
    private Instant from = Instant.EPOCH;

    static RegisterCase read(Path file) throws IOException {
        RegisterCase read = new RegisterCase();
        String part = "";
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith(" ")) {
                part = line.contains(":") ? line.substring(0, line.indexOf(':')) : "";
            }
            String text = line.startsWith(" ")
                    ? line.trim()
                    : line.substring(line.indexOf(':') + 1).trim();
            if (!text.isEmpty()) {
                read.line(part, text);
            }
        }
        return read;
    }

    private void line(String part, String text) {
        switch (part) {
            case "point" -> {
                for (String fact : text.split(", ")) {
                    fact(fact);
                }
            }
            case "replaced" -> {
                Matcher m = matched(REPLACED, text);
                replacements.add(new Replacement(
                        Instant.ofEpochMilli(time(m.group(1))),
                        new BigDecimal(m.group(2)),
                        new BigDecimal(m.group(3))));
            }
            case "values" -> series(matched(SERIES, text));
            case "right" -> right(matched(RIGHT, text));
            default -> {
                // Words that say what happened.
            }
        }
    }

    private void fact(String fact) {
        String value = fact.substring(fact.lastIndexOf(' ') + 1);
        if (fact.startsWith("every ")) {
            every = length(value);
        } else if (fact.startsWith("at most ")) {
            most = value;
        } else if (fact.startsWith("range ")) {
            range = value;
        } else if (fact.startsWith("from ")) {
            from = Instant.ofEpochMilli(day(LocalDate.parse(value)));
        } else {
            throw new IllegalArgumentException("\"" + fact + "\" is no fact");
        }
    }

    private void series(Matcher m) {
        long at = time(m.group(1));
        Duration apart = m.group(2) == null ? every : length(m.group(2));
        String runs = m.group(3).replace(",", "");
        Matcher run = RUN.matcher(runs);
        while (run.find()) {
            int times = run.group(3) == null ? 1 : Integer.parseInt(run.group(3));
            for (int i = 0; i < times; i++, at += apart.toMillis()) {
                if (!run.group(1).equals("-")) {
                    BigDecimal step = run.group(2) == null ? BigDecimal.ZERO : new BigDecimal(run.group(2));
                    double value = new BigDecimal(run.group(1))
                            .add(step.multiply(BigDecimal.valueOf(i)))
                            .doubleValue();
                    samples.put(at, new Sample(at, value, Flag.NORMAL, 0));
                }
            }
        }
    }

    private void right(Matcher m) {
        String what = m.group(1);
        if (what.equals("finding")) {
            findings.add(m.group(2));
            return;
        }
        BigDecimal amount = m.group(2).equals("-") ? null : new BigDecimal(m.group(2));
        right.add(new Right(what, periods(what), amount, m.group(3)));
    }

    private List<long[]> periods(String what) {
        List<long[]> periods = new ArrayList<>();
        if (what.equals("total")) {
            periods.add(new long[] {Long.MIN_VALUE, Long.MAX_VALUE});
        } else if (what.contains("..")) {
            String[] days = what.split(" *\\.\\. *");
            for (LocalDate d = LocalDate.parse(days[0]); !d.isAfter(LocalDate.parse(days[1])); d = d.plusDays(1)) {
                periods.add(new long[] {day(d), day(d.plusDays(1))});
            }
        } else if (what.length() == 7) {
            YearMonth month = YearMonth.parse(what);
            periods.add(new long[] {day(month.atDay(1)), day(month.plusMonths(1).atDay(1))});
        } else if (what.length() == 10) {
            periods.add(new long[] {
                day(LocalDate.parse(what)), day(LocalDate.parse(what).plusDays(1))
            });
        } else {
            periods.add(new long[] {time(what), time(what) + Meters.HOUR});
        }
        return periods;
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not of the form that the README gives");
        }
        return m;
    }

    private static Duration length(String text) {
        return Duration.parse(text.endsWith("d") ? "P" + text.toUpperCase() : "PT" + text.toUpperCase());
    }

    private static long time(String text) {
        LocalDateTime local = LocalDateTime.parse(text.replace(' ', 'T'));
        return local.atZone(Meters.TIME.zone()).toInstant().toEpochMilli();
    }

    private static long day(LocalDate day) {
        return Meters.TIME.startOf(day).toEpochMilli();
    }

    Point point() {
        PointFacts facts = Meters.facts(PointKind.REGISTER, Unit.KWH, Duration.ZERO, every, most);
        return Meters.point(List.of(Meters.from(Meters.withRange(facts, range, most), from)), replacements);
    }

    List<Sample> samples() {
        return List.copyOf(samples.values());
    }

    List<Right> right() {
        return right;
    }

    List<String> findings() {
        return findings;
    }
}
