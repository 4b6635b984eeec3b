package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.BookedCases;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report says what the other answers say, to the digit, and nobody is told more by it. */
class ReportsTest {
    private static final Path KEPT = Path.of("target", "papers");
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @TempDir
    static Path dir;

    private static SampleConsole console;
    private static Person leader;
    private static Person ofPark;
    private static Person contact;

    @BeforeAll
    static void open() throws Exception {
        console = SampleConsole.over(dir, SampleDistrict.registry(), (all, scope) -> BookedCases.in(all)
                .within(scope));
        leader = Person.with(console, "chen", Set.of(Grant.everywhere(Role.LEADER)));
        ofPark = Person.with(console, "fu", Set.of(new Grant(Role.OFFICER, Scope.parks(Set.of("xiaoshun")))));
        contact = Person.with(
                console,
                "zhang",
                Set.of(new Grant(Role.ENTERPRISE_CONTACT, Scope.enterprises(Set.of("xinghua-brick")))));
        BookedCases.raise(console, "x-1", "LIMIT_EXCEEDED", "xinghua-brick.stack-1.nox", "xinghua-brick");
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
    }

    private static JsonObject json(Person by, String path) {
        HttpResponse<String> answer = by.get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return new JsonObject(answer.body());
    }

    private static JsonObject table(JsonObject report, String code) {
        return report.getJsonArray("sections").stream()
                .flatMap(s -> ((JsonObject) s).getJsonArray("tables").stream())
                .map(JsonObject.class::cast)
                .filter(t -> t.getString("code").equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The rows of a table but its sum. */
    private static List<JsonArray> rows(JsonObject table) {
        List<JsonArray> rows =
                table.getJsonArray("rows").stream().map(JsonArray.class::cast).toList();
        return table.getBoolean("summed") ? rows.subList(0, rows.size() - 1) : rows;
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    private static JsonObject cell(JsonObject table, JsonArray row, String column) {
        JsonArray columns = table.getJsonArray("columns");
        for (int c = 0; c < columns.size(); c++) {
            if (columns.getJsonObject(c).getString("code").equals(column)) {
                return Objects.requireNonNullElse(row.getJsonObject(c), new JsonObject());
            }
        }
        throw new AssertionError("no column " + column);
    }

    /** What a column says beside what it is to say, and for what is missing why. */
    private static void same(
            JsonObject table, String column, List<JsonObject> told, Function<JsonObject, @Nullable String> figure) {
        List<JsonArray> rows = rows(table);
        assertThat(rows).hasSameSizeAs(told);
        for (int r = 0; r < rows.size(); r++) {
            assertThat(cell(table, rows.get(r), column).getString("figure"))
                    .as(table.getString("code") + " " + column + " of row " + r)
                    .isEqualTo(figure.apply(told.get(r)));
        }
    }

    private static @Nullable String decimal(@Nullable Object number) {
        return number == null
                ? null
                : new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }

    @ParameterizedTest
    @CsvSource({
        "/enterprises/xinghua-brick,2026-10,2026-10-01,2026-11-01",
        "/enterprises/lvyuan-food,2026-Q3,2026-07-01,2026-10-01",
        "/parks/xiaoshun,2026-10,2026-10-01,2026-11-01",
        "/parks/fucun,2026-Q4,2026-10-01,2027-01-01",
        "/district,2026-Q3,2026-07-01,2026-10-01",
        "/district,2026-11,2026-11-01,2026-12-01"
    })
    void energy_and_intensity_equal_those_of_their_accounts(String of, String period, String from, String to) {
        JsonObject report = json(leader, of + "/report?period=" + period);
        String span = "?from=" + from + "&to=" + to;
        List<JsonObject> energy =
                objects(json(leader, of + "/energy" + span + "&step=month").getJsonArray("rows"));
        JsonObject months = table(report, "energy.months");
        same(months, "tce", energy, row -> row.getString("tce"));
        same(months, "co2T", energy, row -> row.getString("co2T"));
        same(months, "completeness", energy, row -> decimal(row.getValue("completeness")));
        for (int r = 0; r < energy.size(); r++) {
            String why = energy.get(r).getJsonObject("reasons").getString("tce");
            assertThat(cell(months, rows(months).get(r), "tce").getString("reason"))
                    .isEqualTo(why);
        }
        List<String> shares = rows(table(report, "energy.carriers")).stream()
                .map(row -> cell(table(report, "energy.carriers"), row, "tce").getString("figure"))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        assertThat(shares)
                .isEqualTo(energy.stream()
                        .flatMap(row -> row.getJsonObject("tceByCarrier").stream())
                        .map(e -> (String) e.getValue())
                        .sorted()
                        .toList());
        List<JsonObject> intensity =
                objects(json(leader, of + "/intensity" + span).getJsonArray("rows"));
        for (String figure : List.of("tce", "ivaCny", "tcePer10kCny", "changePercent")) {
            same(table(report, "intensity.months"), figure, intensity, row -> row.getJsonObject("month")
                    .getString(figure));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/district", "/parks/xiaoshun", "/enterprises/lvyuan-food"})
    void standings_against_targets_equal_the_list(String of) {
        JsonObject table = table(json(leader, of + "/report?period=2026-Q3"), "intensity.toDate");
        var told = objects(json(leader, "/standings?scope=district,park,enterprise&month=2026-09&limit=1000")
                        .getJsonArray("rows"))
                .stream()
                .collect(Collectors.toMap(s -> s.getJsonObject("name").getString("en"), s -> s));
        assertThat(rows(table)).isNotEmpty().allSatisfy(row -> {
            JsonObject standing = Objects.requireNonNull(
                    told.get(cell(table, row, "subject").getJsonObject("words").getString("en")));
            JsonObject toDate = standing.getJsonObject("yearToDate");
            JsonObject target = Objects.requireNonNullElse(standing.getJsonObject("standing"), new JsonObject());
            JsonObject progress = Objects.requireNonNullElse(standing.getJsonObject("progress"), new JsonObject());
            assertThat(cell(table, row, "tce").getString("figure")).isEqualTo(toDate.getString("tce"));
            assertThat(cell(table, row, "tcePer10kCny").getString("figure"))
                    .isEqualTo(toDate.getString("tcePer10kCny"));
            assertThat(cell(table, row, "sinceBase").getString("figure")).isEqualTo(target.getString("changePercent"));
            assertThat(cell(table, row, "gap").getString("figure")).isEqualTo(target.getString("gapPoints"));
            assertThat(cell(table, row, "excessTce").getString("figure")).isEqualTo(progress.getString("excessTce"));
        });
    }

    @ParameterizedTest
    @CsvSource({"/district,''", "/parks/xiaoshun,&park=xiaoshun", "/enterprises/xinghua-brick,&enterprise=xinghua-brick"
    })
    void exceedances_and_stations_equal_their_lists(String of, String part) {
        JsonObject report = json(leader, of + "/report?period=2026-10");
        String span = "?from=2026-10-01&to=2026-11-01&limit=1000" + part;
        List<JsonObject> ledger = objects(json(leader, "/exceedances" + span).getJsonArray("rows"));
        JsonObject limits = table(report, "outlets.limits");
        assertThat(rows(limits)).isNotEmpty();
        assertThat(sum(limits, "exceeded") + sum(limits, "suspected")).isEqualTo(ledger.size());
        assertThat(sum(limits, "suspected"))
                .isEqualTo(ledger.stream()
                        .filter(e -> e.getString("state").equals("SUSPECTED"))
                        .count());
        List<JsonObject> stations =
                objects(json(leader, "/data-quality" + span + "&scope=all").getJsonArray("rows"));
        assertThat(sum(table(report, "quality.counts"), "stations")).isEqualTo(stations.size());
        if (of.startsWith("/enterprises")) {
            JsonObject table = table(report, "quality.stations");
            same(
                    table,
                    "completeness",
                    stations,
                    s -> decimal(s.getJsonObject("total").getValue("completeness")));
            same(
                    table,
                    "validity",
                    stations,
                    s -> decimal(s.getJsonObject("total").getValue("validity")));
        }
    }

    private static long sum(JsonObject table, String column) {
        return rows(table).stream()
                .map(row -> cell(table, row, column).getString("figure"))
                .filter(Objects::nonNull)
                .mapToLong(Long::parseLong)
                .sum();
    }

    @Test
    void cases_are_those_of_the_list_in_the_words_for_whom_it_is_made() {
        JsonObject report = json(contact, "/enterprises/xinghua-brick/report?period=2026-11");
        List<String> numbers = rows(table(report, "cases.list")).stream()
                .map(row -> cell(table(report, "cases.list"), row, "number").getString("code"))
                .toList();
        List<JsonObject> told = objects(json(contact, "/alerts?limit=1000").getJsonArray("alerts"));
        assertThat(numbers)
                .isNotEmpty()
                .isSubsetOf(told.stream()
                        .map(a -> a.getJsonObject("handling") == null
                                ? a.getString("id")
                                : a.getJsonObject("handling").getString("number"))
                        .toList());
        JsonObject counts = table(report, "cases.counts");
        assertThat(sum(counts, "raised") + sum(counts, "carried")).isEqualTo(numbers.size());
    }

    @Test
    void coverage_of_clean_production_equals_its_list() {
        JsonObject table = table(json(leader, "/district/report?period=2026-10"), "clean.coverage");
        List<JsonObject> told =
                objects(json(leader, "/clean-production-coverage?months=3&limit=1000")
                                .getJsonArray("rows"))
                        .stream()
                        .filter(row -> row.getString("month").equals("2026-10"))
                        .toList();
        same(table, "listed", told, row -> decimal(row.getInteger("listed")));
        same(table, "covered", told, row -> decimal(row.getInteger("covered")));
        same(table, "percent", told, row -> decimal(row.getString("percent")));
    }

    @Test
    void nobody_is_told_of_what_is_not_his() {
        assertThat(contact.get("/enterprises/lvyuan-food/report?period=2026-10").statusCode())
                .isEqualTo(404);
        assertThat(contact.get("/parks/xiaoshun/report?period=2026-10").statusCode())
                .isEqualTo(403);
        assertThat(ofPark.get("/parks/fucun/report?period=2026-10").statusCode())
                .isEqualTo(404);
        assertThat(ofPark.get("/district/report/paper?period=2026-10").statusCode())
                .isEqualTo(403);
        assertThat(ofPark.get("/parks/xiaoshun/report/paper?period=2026-10").statusCode())
                .isEqualTo(200);
    }

    /** As if a park's energy had been one tonne when its month was closed. */
    private static void keepOtherwise(String park, String month) {
        console.sources().books().<Integer, RuntimeException>write(tx -> {
            String kept = tx.handle()
                    .createQuery(
                            "SELECT document FROM closed_figure WHERE scope = 'PARK' AND subject = ? AND month = ?")
                    .bind(0, park)
                    .bind(1, month)
                    .mapTo(String.class)
                    .one();
            String other = kept.replaceFirst("\"tce\":\"?[0-9.]+\"?", "\"tce\":\"1\"");
            assertThat(other).isNotEqualTo(kept);
            return tx.handle()
                    .execute(
                            "UPDATE closed_figure SET document = ? WHERE scope = 'PARK' AND subject = ? AND month = ?",
                            other,
                            park,
                            month);
        });
    }

    @Test
    void a_closed_month_says_so_and_what_is_not_what_it_was_then() {
        HttpResponse<String> closed =
                ofPark.post("/closings/xiaoshun/2026-08", new JsonObject().put("reason", "reported"));
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
        String path = "/parks/xiaoshun/report?period=2026-08";
        JsonObject report = json(leader, path);
        assertThat(report.getString("state")).isEqualTo("CLOSED");
        JsonObject closings = table(report, "method.closings");
        assertThat(cell(closings, rows(closings).get(0), "edition").getString("figure"))
                .isEqualTo("1");
        assertThat(rows(table(report, "method.changes"))).isEmpty();

        keepOtherwise("xiaoshun", "2026-08");
        JsonObject changes = table(json(leader, path), "method.changes");
        String present = cell(
                        table(report, "energy.months"),
                        rows(table(report, "energy.months")).get(0),
                        "tce")
                .getString("figure");
        assertThat(rows(changes)).anySatisfy(row -> {
            assertThat(cell(changes, row, "figure").getJsonObject("words").getString("en"))
                    .isEqualTo("energy (tce)");
            assertThat(cell(changes, row, "closed").getString("figure")).isEqualTo("1");
            assertThat(cell(changes, row, "present").getString("figure")).isEqualTo(present);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-13", "2026-Q5", "2026-12", "2027-Q1", "Q3"})
    void a_period_that_is_none_or_has_not_begun_is_refused_with_what_is_allowed(String period) {
        HttpResponse<String> answer = leader.get("/district/report?period=" + period);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\\\"" + period + "\\\"")
                .contains("2026-Q3")
                .contains("2026-11 at the latest");
    }

    @Test
    void on_paper_the_same_can_be_read_in_chinese() throws Exception {
        Files.createDirectories(KEPT);
        for (String of : List.of("/enterprises/xinghua-brick", "/parks/xiaoshun", "/district")) {
            HttpResponse<byte[]> pdf = leader.file(of + "/report/paper?period=2026-Q3");
            assertThat(pdf.statusCode()).isEqualTo(200);
            Files.write(KEPT.resolve("report" + of.replace('/', '-') + ".pdf"), pdf.body());
            assertThat(PdfText.of(pdf.body()))
                    .contains("环境与能源季报", "2026 年第 3 季度", "一、能源消费", "七、方法与来源", "未关账")
                    .doesNotContain("□", "null");
        }
        assertThat(leader.file("/district/report/paper?period=2026-Q3")
                        .headers()
                        .firstValue("Content-Disposition"))
                .contains("attachment; filename=\"greenpark-report-jindong-2026-Q3.pdf\"");
    }

    @Test
    void as_a_workbook_it_has_formulas_and_what_they_come_to() {
        HttpResponse<String> answer = leader.get("/parks/xiaoshun/report?period=2026-Q3", XLSX);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(XLSX);
        assertThat(answer.body()).contains("<f>SUM(B3:B5)</f><v>").contains("Quarterly report");
    }
}
