package io.greenpark.dashboards.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Withheld;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks every operation of the API for all it has, in both bases and with every filter, and hands the figures to an attacker. */
final class Officer {
    private static final Pattern CHANGE = Pattern.compile("([+-]?\\d+(?:\\.\\d+)?) % against the base year");
    private static final Set<String> BASES = Set.of("equivalent", "equal-value");
    private static final String SPAN = "from=2024-01-01&to=2026-02-01";

    private final AuditedInstallation installation;
    private final AuditDistrict district;
    private final Attacker attacker;
    private int energyCases;
    private int statistics;
    private int medians;

    Officer(AuditedInstallation installation, AuditDistrict district, Attacker attacker) {
        this.installation = installation;
        this.district = district;
        this.attacker = attacker;
    }

    void askEverything() throws Exception {
        for (String basis : BASES) {
            for (String park : district.parks()) {
                rows(Subject.park(park), "/parks/" + park, basis);
            }
            for (String enterprise : district.enterprises()) {
                rows(Subject.enterprise(enterprise), "/enterprises/" + enterprise, basis);
            }
            rows(AuditDistrict.DISTRICT, "/district", basis);
            for (Subject.Scope scope : Subject.Scope.values()) {
                standings(scope, basis);
            }
            comparisons(basis);
        }
        JsonObject parks = json("/parks");
        newest(AuditDistrict.DISTRICT, parks.getJsonObject("district"));
        newest(AuditDistrict.DISTRICT, json("/district"));
        each(parks.getJsonArray("parks"), p -> newest(Subject.park(p.getString("id")), p));
        each(json("/enterprises").getJsonArray("enterprises"), e -> newest(Subject.enterprise(e.getString("id")), e));
        cases();
        for (String when : Set.of("", "&asKnownOn=2026-02-10")) {
            each(json("/registry/statistic?limit=1000" + when).getJsonArray("documents"), this::statistic);
        }
    }

    private void statistic(JsonObject document) {
        JsonObject fields = document.getJsonObject("document");
        statistics++;
        attacker.told(new Attacker.Told(
                Subject.enterprise(fields.getString("enterprise")),
                "EQUIVALENT",
                false,
                YearMonth.parse(fields.getString("month")),
                null,
                number(fields, "ivaCny"),
                null,
                null));
    }

    private JsonObject json(String path) throws Exception {
        return new JsonObject(installation.answer("/api/v1" + path));
    }

    private void rows(Subject subject, String path, String basis) throws Exception {
        JsonObject energy = json(path + "/energy?step=month&" + SPAN + "&basis=" + basis);
        String told = energy.getString("basis");
        each(
                energy.getJsonArray("rows"),
                row -> attacker.told(new Attacker.Told(
                        subject,
                        told,
                        false,
                        YearMonth.from(LocalDate.parse(row.getString("from").substring(0, 10))),
                        number(row, "tce"),
                        null,
                        null,
                        null)));
        JsonObject intensity = json(path + "/intensity?" + SPAN + "&basis=" + basis);
        each(intensity.getJsonArray("rows"), row -> row(subject, intensity.getString("basis"), row));
    }

    /** Of every month, the district's too; what a standing comes to in tonnes tells the change again. */
    private void standings(Subject.Scope scope, String basis) throws Exception {
        String query = "/standings?limit=1000&scope=" + EnumCode.of(scope) + "&basis=" + basis + "&month=";
        YearMonth month = YearMonth.of(AuditDistrict.YEAR - 1, 1);
        for (; month.getYear() <= AuditDistrict.YEAR; month = month.plusMonths(1)) {
            JsonObject answer = json(query + month);
            each(answer.getJsonArray("rows"), row -> {
                Subject subject = new Subject(scope, row.getString("id"));
                row(subject, answer.getString("basis"), row);
                tonnes(subject, row);
            });
        }
    }

    /** Each enterprise beside others; a median must follow from what is told of single enterprises, so that it adds nothing. */
    private void comparisons(String basis) throws Exception {
        List<String> enterprises = List.copyOf(district.enterprises());
        for (int month = 1; month <= 12; month += 3) {
            String asked = "&basis=" + basis + "&month=" + YearMonth.of(AuditDistrict.YEAR, month);
            Map<String, List<BigDecimal>> told = toldByIndustry("/standings?limit=1000" + asked);
            for (int i = 0; i + 1 < enterprises.size(); i += 4) {
                List<String> some = enterprises.subList(i, Math.min(enterprises.size(), i + 5));
                JsonObject answer = json("/comparison?enterprises=" + String.join(",", some) + asked);
                each(answer.getJsonArray("enterprises"), row -> {
                    Subject subject = Subject.enterprise(row.getString("id"));
                    row(subject, answer.getString("basis"), row);
                    tonnes(subject, row);
                    each(row.getJsonArray("months"), each -> row(subject, answer.getString("basis"), each));
                });
                each(answer.getJsonArray("industries"), industry -> requireFollows(industry, told));
            }
        }
    }

    private Map<String, List<BigDecimal>> toldByIndustry(String path) throws Exception {
        Map<String, List<BigDecimal>> told = new HashMap<>();
        each(json(path).getJsonArray("rows"), row -> {
            String figure = row.getJsonObject("yearToDate").getString("tcePer10kCny");
            if (figure != null) {
                told.computeIfAbsent(row.getString("industry"), i -> new ArrayList<>())
                        .add(new BigDecimal(figure));
            }
        });
        told.values().forEach(Collections::sort);
        return told;
    }

    private void requireFollows(JsonObject industry, Map<String, List<BigDecimal>> told) {
        List<BigDecimal> figures = told.getOrDefault(industry.getString("industry"), List.of());
        assertThat(industry.getInteger("n")).isEqualTo(figures.size());
        int n = figures.size();
        BigDecimal expected =
                n < 5 ? null : figures.get((n - 1) / 2).add(figures.get(n / 2)).divide(BigDecimal.valueOf(2));
        String text = industry.getString("tcePer10kCny");
        assertThat(text == null ? null : new BigDecimal(text))
                .usingComparator(Comparator.nullsFirst(Comparator.naturalOrder()))
                .isEqualTo(expected);
        medians += text == null ? 0 : 1;
    }

    private void tonnes(Subject subject, JsonObject row) {
        JsonObject standing = row.getJsonObject("standing");
        JsonObject progress = row.getJsonObject("progress");
        Double excess = progress == null ? null : number(progress, "excessTce");
        Double tce = number(row.getJsonObject("yearToDate"), "tce");
        if (excess != null && tce != null) {
            double due = Objects.requireNonNull(number(standing, "targetChangePercent"));
            YearMonth month = YearMonth.from(LocalDate.parse(row.getString("from")));
            double change = (100 * excess + tce * due) / (tce - excess);
            attacker.changeToDate(subject, month, standing.getInteger("baseYear"), change);
        }
    }

    private void newest(Subject subject, JsonObject of) {
        JsonObject intensity = of.getJsonObject("intensity");
        row(subject, intensity.getString("basis"), intensity);
    }

    private void row(Subject subject, String basis, JsonObject row) {
        YearMonth month = YearMonth.from(LocalDate.parse(row.getString("from")));
        figure(subject, basis, false, month, row.getJsonObject("month"));
        figure(subject, basis, true, month, row.getJsonObject("yearToDate"));
        JsonObject standing = row.getJsonObject("standing");
        if (standing != null) {
            int baseYear = standing.getInteger("baseYear");
            attacker.changeToDate(subject, month, baseYear, number(standing, "changePercent"));
            Double gap = number(standing, "gapPoints");
            Double due = number(standing, "targetChangePercent");
            attacker.changeToDate(subject, month, baseYear, gap == null || due == null ? null : gap + due);
        }
    }

    private void figure(Subject subject, String basis, boolean toDate, YearMonth month, JsonObject f) {
        attacker.told(new Attacker.Told(
                subject,
                basis,
                toDate,
                month,
                number(f, "tce"),
                number(f, "ivaCny"),
                number(f, "tcePer10kCny"),
                number(f, "changePercent")));
    }

    /** Cases, as listed with every filter and one by one, with what they rest on. */
    private void cases() throws Exception {
        Set<String> ids = new LinkedHashSet<>();
        for (String filter : Set.of("", "&scope=park", "&scope=district", "&scope=enterprise")) {
            each(json("/alerts?limit=1000" + filter).getJsonArray("alerts"), c -> {
                if (c.getString("rule").equals("energy-decline-behind")) {
                    ids.add(c.getString("id"));
                }
            });
        }
        for (String id : ids) {
            oneCase(json("/alerts/" + id));
        }
        energyCases = ids.size();
    }

    private void oneCase(JsonObject c) {
        Subject subject = new Subject(
                Subject.Scope.valueOf(c.getString("scope")),
                c.getJsonObject("about").getString("id"));
        YearMonth last = null;
        for (Object each : c.getJsonArray("evidence")) {
            JsonObject verdict = (JsonObject) each;
            last = YearMonth.from(OffsetDateTime.parse(verdict.getString("from")));
            attacker.changeToDate(subject, last, AuditDistrict.YEAR - 1, number(verdict, "figure"));
        }
        if (last != null) {
            attacker.changeToDate(subject, last, AuditDistrict.YEAR - 1, number(c, "figure"));
            Matcher change = CHANGE.matcher(c.getJsonObject("text").getString("en"));
            if (change.find()) {
                attacker.changeToDate(subject, last, AuditDistrict.YEAR - 1, Double.valueOf(change.group(1)));
            }
        }
    }

    int energyCases() {
        return energyCases;
    }

    int medians() {
        return medians;
    }

    int statistics() {
        return statistics;
    }

    private static @Nullable Double number(JsonObject json, String name) {
        String text = json.getString(name);
        return text == null || text.equals(Withheld.MASK) ? null : Double.valueOf(text);
    }

    private interface Each {
        void take(JsonObject each);
    }

    private static void each(JsonArray all, Each action) {
        all.forEach(each -> action.take((JsonObject) each));
    }
}
