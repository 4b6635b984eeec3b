package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** The steel plant's year in the API, against a sum taken straight from the file. */
final class SteelYear {
    static final BigDecimal KWH = new BigDecimal("959636.71");
    static final int QUARTER_HOURS = 35_040;

    private SteelYear() {}

    /** kWh booked so far. */
    static BigDecimal bookedKwh(GreenparkProcess greenpark, String enterprise) {
        try {
            return months(greenpark, enterprise).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Every month equals the straight sum to the last digit, and the figures derived from it are correct. */
    static void assertBooked(GreenparkProcess greenpark, String enterprise) throws Exception {
        Map<String, BigDecimal> booked = months(greenpark, enterprise);
        Map<String, BigDecimal> straight = StraightSum.steelKwhByMonth();
        assertThat(booked.keySet()).isEqualTo(straight.keySet());
        booked.forEach((month, kwh) -> assertThat(kwh).as(month).isEqualByComparingTo(straight.get(month)));
        assertThat(booked.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(KWH);
        BigDecimal tce = BigDecimal.ZERO;
        for (JsonNode row : rows(greenpark, enterprise)) {
            tce = tce.add(new BigDecimal(row.get("tce").asText()));
            assertThat(row.get("co2T").isNull()).isTrue();
            assertThat(row.get("reasons").has("co2T")).isTrue();
            assertThat(row.get("completeness").asDouble()).isEqualTo(1.0);
        }
        assertThat(tce).isEqualByComparingTo("117.939351659");
    }

    /** kWh booked by month. */
    static Map<String, BigDecimal> months(GreenparkProcess greenpark, String enterprise) throws Exception {
        Map<String, BigDecimal> months = new TreeMap<>();
        for (JsonNode row : rows(greenpark, enterprise)) {
            if (row.hasNonNull("electricityKwh")) {
                months.put(
                        row.get("from").asText().substring(0, 7),
                        new BigDecimal(row.get("electricityKwh").asText()));
            }
        }
        return months;
    }

    private static JsonNode rows(GreenparkProcess greenpark, String enterprise) throws Exception {
        return greenpark
                .api("/api/v1/enterprises/" + enterprise + "/energy?from=2018-01-01&to=2019-01-01&step=month")
                .get("rows");
    }
}
