package io.greenpark.deploy.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** Sums taken straight from the steel plant's file, with no code of the product: by month of the printed date. */
final class StraightSum {
    private StraightSum() {}

    /** kWh by month ({@code 2018-01}); a quarter hour belongs to the date it is printed with, 24:00 included. */
    static Map<String, BigDecimal> steelKwhByMonth() throws IOException {
        Map<String, BigDecimal> months = new TreeMap<>();
        List<String> lines = lines();
        for (String line : lines.subList(1, lines.size())) {
            months.merge(month(line), new BigDecimal(line.split(",")[1]), BigDecimal::add);
        }
        return months;
    }

    /** The file's head and its lines of some months. */
    static List<String> steelLines(Predicate<String> months) throws IOException {
        List<String> all = lines();
        List<String> chosen = new ArrayList<>(all.subList(0, 1));
        all.stream().skip(1).filter(line -> months.test(month(line))).forEach(chosen::add);
        return chosen;
    }

    private static String month(String line) {
        return line.substring(6, 10) + "-" + line.substring(3, 5);
    }

    private static List<String> lines() throws IOException {
        try (InputStream in =
                        StraightSum.class.getResourceAsStream("/io/greenpark/sim/data/steel-industry-energy.csv.gz");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }
}
