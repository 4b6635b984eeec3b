package io.greenpark.deploy.demo;

import java.util.List;
import java.util.Map;

/**
 * The three measured plants in the demo's registry. Their measurements are real; their place in this district, their permits,
 * their limits and the second year of their data are assumptions and marked as such.
 *
 * <p>The waste-water plant discharges into a river, so GB 18918-2002 is its standard, by the class that its permit names: COD 50,
 * 60, 100 or 120 mg/L. Which one is not known of a plant that was measured elsewhere in 1990, so COD and suspended solids have no
 * limit here and are not judged; pH is 6 to 9 in every class.
 */
final class DemoPlants {
    /** Value added of the plants, CNY per year: assumptions, since none is published. */
    static final Map<String, Double> IVA_CNY_PER_YEAR =
            Map.of("steel-plant", 3_400_000.0, "gas-turbine", 40_000_000.0, "waste-water", 12_000_000.0);

    private DemoPlants() {}

    static List<String> enterprises() {
        return List.of(
                enterprise("steel-plant", "xiaoshun", "实测钢厂", "Steel plant (measured)", "steel"),
                enterprise("gas-turbine", "lingxia", "实测燃气轮机", "Gas turbine (measured)", "power"),
                enterprise("waste-water", "lipu", "实测污水处理厂", "Waste-water plant (measured)", "sewage-treatment"));
    }

    private static String enterprise(String id, String park, String zh, String en, String industry) {
        return String.format(
                "  - {id: %s, park: %s, name: {zh: \"%s（实测数据）\", en: \"%s\"}, industry: %s, aboveScale: true, polluting:"
                        + " true, contacts: [{name: \"%s\", email: env@%s.example}]}",
                id, park, zh, en, industry, zh, id);
    }

    static List<String> outlets() {
        return List.of(
                "  - {id: gas-turbine-outlet, enterprise: gas-turbine, name: {zh: 烟囱, en: stack}, medium: stack,"
                        + " standing: clue, code: DA001, permit: 91330703DEMO000038001P}",
                "  - {id: waste-water-outlet, enterprise: waste-water, name: {zh: 总排口, en: main outlet}, medium: water,"
                        + " standing: clue, code: DW001, permit: 91330703DEMO000039001P}");
    }

    static List<String> devices() {
        return List.of(
                "  - id: steel-meter",
                "    enterprise: steel-plant",
                "    name: {zh: 总电表, en: main electricity meter}",
                "    silenceAfter: 1h",
                "    points:",
                "      - {validFrom: 1990-01-01, key: kwh, name: {zh: 用电量, en: electricity}, quantity: electricity, unit: kWh, kind:"
                        + " interval, period: 15m, stamp: end, carrier: electricity}",
                "  - id: gas-turbine-cems",
                "    enterprise: gas-turbine",
                "    name: {zh: 烟气在线监测, en: stack analyser}",
                "    silenceAfter: 3h",
                "    points:",
                "      - {validFrom: 1990-01-01, key: NOX, name: {zh: 氮氧化物, en: NOx}, quantity: nox, outlet: gas-turbine-outlet, unit: mg/m3,"
                        + " kind: gauge, period: 1h, stamp: start}",
                "      - {validFrom: 1990-01-01, key: CO, name: {zh: 一氧化碳, en: CO}, quantity: co, outlet: gas-turbine-outlet, unit: mg/m3,"
                        + " kind: gauge, period: 1h, stamp: start}",
                "  - id: waste-water-monitor",
                "    enterprise: waste-water",
                "    name: {zh: 水质监测站, en: monitoring station}",
                "    silenceAfter: 3d",
                "    points:",
                "      - {validFrom: 1990-01-01, key: DQO-S, name: {zh: 化学需氧量, en: COD}, quantity: cod, outlet: waste-water-outlet, unit:"
                        + " mg/L, kind: gauge, period: 1d, stamp: start}",
                "      - {validFrom: 1990-01-01, key: SS-S, name: {zh: 悬浮物, en: suspended solids}, quantity: ss, outlet: waste-water-outlet,"
                        + " unit: mg/L, kind: gauge, period: 1d, stamp: start}",
                "      - {validFrom: 1990-01-01, key: PH-S, name: {zh: pH 值, en: pH}, quantity: ph, outlet: waste-water-outlet, unit: pH, kind:"
                        + " gauge, period: 1d, stamp: start}");
    }

    static List<String> limits() {
        return List.of(
                "  - {id: gas-turbine-nox-limit, point: gas-turbine-cems-nox, averaging: hour, upper: 150, unit: mg/m3,"
                        + " source: {zh: 演示假定, en: assumption of the demo}, confirmed: false, validFrom: 2010-01-01}",
                "  - {id: waste-water-ph-limit, point: waste-water-monitor-ph-s, averaging: day, upper: 9, lower: 6, unit: pH,"
                        + " source: {zh: GB 18918-2002 表1，各级标准相同, en: \"GB 18918-2002 Table 1, the same in every class\"},"
                        + " standard: GB 18918-2002, clause: {zh: 表1, en: Table 1}, confirmed: true, validFrom: 2010-01-01}");
    }
}
