package io.greenpark.deploy.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Sums taken straight from the steel plant's file, with no code of the product: by month of the printed date. */
final class StraightSum {
    private StraightSum() {}

    /** kWh by month ({@code 2018-01}); a quarter hour belongs to the date it is printed with, 24:00 included. */
    static Map<String, BigDecimal> steelKwhByMonth() throws IOException {
        Map<String, BigDecimal> months = new TreeMap<>();
        try (InputStream in =
                        StraightSum.class.getResourceAsStream("/io/greenpark/sim/data/steel-industry-energy.csv.gz");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                String month = cells[0].substring(6, 10) + "-" + cells[0].substring(3, 5);
                months.merge(month, new BigDecimal(cells[1]), BigDecimal::add);
            }
        }
        return months;
    }
}
