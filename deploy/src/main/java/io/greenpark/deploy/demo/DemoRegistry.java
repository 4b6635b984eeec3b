package io.greenpark.deploy.demo;

import io.greenpark.deploy.demo.DemoTable.EnterpriseRow;
import io.greenpark.deploy.demo.DemoTable.LimitRow;
import io.greenpark.deploy.demo.DemoTable.ParkRow;
import io.greenpark.sim.profile.EnterpriseSize;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * Writes the registry of the demo as YAML: seven parks, 37 made-up enterprises of the four industries, their devices,
 * outlets and limits, monthly value added (an assumption) up to the last full month, and the target of -5 % per year
 * for each. The measured plants are in {@link DemoPlants}.
 */
final class DemoRegistry {
    /** The silent meter is noticed soon, so that visitors of the demo see it happen. */
    private static final String SOON_SILENT = "1m";

    /** Value added of an average enterprise, CNY per year (simulation assumption, docs/domain.md section 8). */
    private static final Map<String, Long> IVA_CNY_PER_YEAR = Map.of(
            "hardware-tools", 20_000_000L,
            "hardware-plating", 20_000_000L,
            "plastics-injection", 14_500_000L,
            "cotton-weaving", 14_500_000L,
            "building-kiln", 27_000_000L,
            "building-blocks", 27_000_000L,
            "food-processing", 10_000_000L);

    /** What each month has of a year's value added, in percent of an average month: the holidays are early in the year. */
    private static final int[] SEASON = {82, 70, 102, 102, 103, 106, 100, 99, 105, 104, 110, 117};

    /** The one contact who reads English, so that both kinds of mail can be seen. */
    private static final String ENGLISH_READER = "plastics-02";

    private final LocalDate today;
    private final long seed;
    private final String webhook;
    private final StringBuilder yaml = new StringBuilder();
    private final List<EnterpriseRow> enterprises = DemoTable.enterprises();

    /**
     * @param today the park's date; statistics end with the month before
     * @param webhook where the contacts' webhooks go
     */
    DemoRegistry(LocalDate today, long seed, String webhook) {
        this.today = today;
        this.seed = seed;
        this.webhook = webhook;
    }

    /** The YAML text. */
    String yaml() {
        line(
                "# The demo's registry, written when the demo starts. All of it is made up but for the measurements of the");
        line("# three plants. Edits are lost at the next start.");
        line("district:");
        line("  id: jindong");
        line("  name: {zh: \"金东区（演示）\", en: \"Jindong District (demo)\"}");
        line(
                "  contacts: [{name: \"区能源办（演示）\", email: energy@jindong.example, webhook: \"%s/jindong\", language: zh}]",
                webhook);
        parks();
        enterprises();
        outlets();
        devices();
        statistics();
        targets();
        limits();
        return yaml.toString();
    }

    private void parks() {
        line("parks:");
        for (ParkRow p : DemoTable.parks()) {
            line("  - id: %s", p.id());
            line("    name: {zh: \"%s\", en: \"%s\"}", p.zh(), p.en());
            line(
                    "    contacts: [{name: \"%s 管委会\", email: office@%s.example, webhook: \"%s/%s\", language: zh}]",
                    p.zh(), p.id(), webhook, p.id());
        }
        line("gateways:");
        DemoTable.parks()
                .forEach(p ->
                        line("  - {id: gw-%s, name: {zh: \"%s 网关\", en: \"%s gateway\"}}", p.id(), p.zh(), p.en()));
    }

    private void enterprises() {
        line("enterprises:");
        for (EnterpriseRow e : enterprises) {
            line("  - id: %s", e.id());
            line("    park: %s", e.park());
            line("    name: {zh: \"%s（演示）\", en: \"%s (demo)\"}", e.zh(), e.en());
            line("    industry: %s", e.industry());
            line("    aboveScale: true");
            line("    polluting: %s", !e.outlets().isEmpty());
            line("    contacts:");
            line(
                    "      - {name: \"%s 环保专员\", email: env@%s.example, webhook: \"%s/%s\", language: %s}",
                    e.zh(), e.id(), webhook, e.id(), e.id().equals(ENGLISH_READER) ? "en" : "zh");
        }
        DemoPlants.enterprises().forEach(this::line);
    }

    private void outlets() {
        line("outlets:");
        for (EnterpriseRow e : enterprises) {
            if (!e.outlets().isEmpty()) {
                boolean stack = isStack(e);
                line(
                        "  - {id: %s, enterprise: %s, name: {zh: %s, en: %s}, medium: %s, standing: evidence, code: %s,"
                                + " permit: 91330703DEMO%06d001P}",
                        outlet(e),
                        e.id(),
                        stack ? "1号排气筒" : "总排口",
                        stack ? "stack 1" : "main outlet",
                        stack ? "stack" : "water",
                        stack ? "DA001" : "DW001",
                        enterprises.indexOf(e) + 1);
            }
        }
        DemoPlants.outlets().forEach(this::line);
    }

    private void devices() {
        line("devices:");
        for (EnterpriseRow e : enterprises) {
            for (DemoMeter meter : DemoMeter.values()) {
                if (meter.isUsedBy(e.industry())) {
                    meter(e, meter);
                }
            }
            if (!e.outlets().isEmpty()) {
                analyser(e);
            }
        }
        DemoPlants.devices().forEach(this::line);
    }

    private void meter(EnterpriseRow e, DemoMeter meter) {
        device(e, meter.suffix, meter.zh, meter.en, silenceAfter(e, meter));
        line(
                "      - {key: %s, name: %s, quantity: %s, unit: %s, kind: register, carrier: %s, ratio: %d,"
                        + " expectedInterval: 1h, maxPerHour: 20000}",
                meter.key, DemoTable.pointName(meter.carrier), meter.carrier, meter.unit, meter.carrier, meter.ratio);
    }

    private static String silenceAfter(EnterpriseRow e, DemoMeter meter) {
        if (meter != DemoMeter.ELECTRICITY) {
            return "30m";
        }
        return Demo.SILENT.equals(e.id() + "-" + meter.suffix) ? SOON_SILENT : "3m";
    }

    private void analyser(EnterpriseRow e) {
        device(e, medium(e), isStack(e) ? "烟气在线监测" : "水质在线监测", isStack(e) ? "stack analyser" : "water analyser", "30m");
        for (String quantity : quantities(e)) {
            line(
                    "      - {key: %s, name: %s, quantity: %s, outlet: %s, unit: %s, kind: gauge, expectedInterval: 1h}",
                    quantity, DemoTable.pointName(quantity), quantity, outlet(e), isStack(e) ? "mg/m3" : "mg/L");
        }
    }

    private void device(EnterpriseRow e, String suffix, String zh, String en, String silenceAfter) {
        line("  - id: %s-%s", e.id(), suffix);
        line("    enterprise: %s", e.id());
        line("    name: {zh: \"%s %s\", en: \"%s %s\"}", e.zh(), zh, e.en(), en);
        line("    gateway: gw-%s", e.park());
        line("    silenceAfter: %s", silenceAfter);
        line("    points:");
    }

    private void statistics() {
        line("statistics:");
        for (EnterpriseRow e : enterprises) {
            double average = IVA_CNY_PER_YEAR.getOrDefault(e.industry(), 0L);
            statistics(e.id(), average * EnterpriseSize.of(e.id(), seed));
        }
        DemoPlants.IVA_CNY_PER_YEAR.forEach(this::statistics);
    }

    private void statistics(String enterprise, double ivaCnyPerYear) {
        YearMonth last = YearMonth.from(today).minusMonths(1);
        for (YearMonth m = YearMonth.of(today.getYear() - 1, 1); !m.isAfter(last); m = m.plusMonths(1)) {
            line(
                    "  - {enterprise: %s, month: %s, ivaCny: %d, status: estimated, source: \"assumption of the"
                            + " demo\", allowedUse: judge}",
                    enterprise,
                    m,
                    Math.round(ivaCnyPerYear / 12 * SEASON[m.getMonthValue() - 1] / 100 / 1_000) * 1_000);
        }
    }

    private void targets() {
        line("targets:");
        for (EnterpriseRow e : enterprises) {
            target("enterprise", e.id());
        }
        DemoTable.parks().forEach(p -> target("park", p.id()));
        target("district", "jindong");
    }

    private void target(String scope, String subject) {
        line(
                "  - {id: target-%s, scope: %s, subject: %s, yearlyChangePercent: -5, fromYear: %d, toYear: %d, source:"
                        + " {zh: \"行动方案：每年下降 5 %%（演示）\", en: \"action plan: 5 %% a year (demo)\"}}",
                subject, scope, subject, today.getYear(), today.getYear());
    }

    private void limits() {
        line("limits:");
        List<LimitRow> table = DemoTable.limits();
        for (EnterpriseRow e : enterprises) {
            for (String quantity : e.outlets().isEmpty() ? new String[0] : quantities(e)) {
                table.stream()
                        .filter(l -> l.industry().equals(e.industry())
                                && l.quantity().equals(quantity))
                        .forEach(l -> limit(e, l));
            }
        }
        DemoPlants.limits().forEach(this::line);
    }

    private void limit(EnterpriseRow e, LimitRow l) {
        line(
                "  - {id: %s-%s-limit, point: %s-%s-%s, averaging: %s, upper: %s, unit: %s, warnFraction: 0.8, source:"
                        + " {zh: \"%s\", en: \"%s\"}, confirmed: %s, validFrom: 2021-01-01%s}",
                e.id(),
                l.quantity(),
                e.id(),
                medium(e),
                l.quantity(),
                isStack(e) ? "hour" : "day",
                l.upper(),
                l.unit(),
                (l.standard() + " " + l.clauseZh()).strip(),
                (l.standard() + " " + l.clause()).strip(),
                l.confirmed(),
                terms(l));
    }

    private static String terms(LimitRow l) {
        StringBuilder terms = new StringBuilder(", standard: \"" + l.standard() + "\"");
        if (!l.clause().isEmpty()) {
            terms.append(", clause: {zh: \"" + l.clauseZh() + "\", en: \"" + l.clause() + "\"}");
        }
        if (!l.concentration().isEmpty()) {
            terms.append(", concentration: " + l.concentration());
        }
        if (!l.oxygen().isEmpty()) {
            terms.append(", referenceOxygenPercent: " + l.oxygen());
        }
        return l.gas().isEmpty()
                ? terms.toString()
                : terms.append(", gas: " + l.gas()).toString();
    }

    private static boolean isStack(EnterpriseRow e) {
        return e.outlets().startsWith("stack");
    }

    private static String medium(EnterpriseRow e) {
        return isStack(e) ? "stack" : "water";
    }

    private static String outlet(EnterpriseRow e) {
        return e.id() + "-outlet";
    }

    private static String[] quantities(EnterpriseRow e) {
        return e.outlets().substring(e.outlets().indexOf(':') + 1).split("\\+");
    }

    private void line(String format, Object... arguments) {
        yaml.append(arguments.length == 0 ? format : String.format(format, arguments))
                .append('\n');
    }
}
