package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.OpenConsole;
import io.greenpark.dashboards.fixture.SampleCredentials;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One call for all enterprises and a month, to be read by a program or opened in a spreadsheet. */
class StandingsTest {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @RegisterExtension
    static final OpenConsole OPEN = new OpenConsole();

    @Test
    void who_is_behind_comes_with_the_tonnes_largest_first() throws Exception {
        List<JsonObject> rows = rows("?level=behind&sort=-progress.excessTce&month=2026-10");
        assertThat(rows).isNotEmpty();
        List<BigDecimal> tonnes = rows.stream()
                .map(r -> new BigDecimal(r.getJsonObject("progress").getString("excessTce")))
                .toList();
        assertThat(tonnes).isSortedAccordingTo((a, b) -> b.compareTo(a)).allMatch(t -> t.signum() > 0);
        assertThat(rows).allSatisfy(r -> assertThat(r.getJsonObject("standing").getString("verdict"))
                .isEqualTo("BEHIND"));
    }

    @Test
    void what_all_come_to_is_told_whatever_rows_are_shown() throws Exception {
        JsonObject all = json("?scope=district,park,enterprise&month=2026-10&limit=1000");
        List<JsonObject> behind = rows(all).stream()
                .filter(r -> r.getString("scope").equals("ENTERPRISE") && isBehind(r))
                .sorted(Comparator.comparing(StandingsTest::yearEndExcess).reversed())
                .toList();
        assertThat(behind).isNotEmpty();
        JsonObject summary = all.getJsonObject("summary");
        assertThat(summary.getJsonArray("worst").stream().toList())
                .isEqualTo(behind.subList(0, Math.min(10, behind.size())));
        assertThat(json("?scope=district,park,enterprise&month=2026-10&level=on-path&limit=1")
                        .getJsonObject("summary"))
                .isEqualTo(summary);
        JsonObject levels = summary.getJsonObject("levels");
        assertThat(levels.getInteger("behind") + levels.getInteger("not-falling"))
                .isEqualTo(behind.size());
        assertThat(levels.getInteger("on-path")
                        + behind.size()
                        + summary.getInteger("notJudged")
                        + summary.getInteger("withoutTarget"))
                .isEqualTo(summary.getInteger("enterprises"));
        assertThat(new BigDecimal(summary.getString("yearEndExcessTce")))
                .isEqualByComparingTo(behind.stream()
                        .map(StandingsTest::yearEndExcess)
                        .filter(e -> e.signum() > 0)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void who_has_a_target_by_another_basis_is_not_said_to_have_none() throws Exception {
        JsonObject equivalent = json("?month=2026-10&limit=1000");
        assertThat(equivalent.getString("coefficientSet")).isNotNull();
        assertThat(equivalent.getJsonObject("summary").getInteger("otherTarget"))
                .isZero();
        JsonObject other = json("?month=2026-10&basis=equal-value&limit=1000");
        assertThat(other.getString("coefficientSet")).isNull();
        long targets = rows(equivalent).stream()
                .filter(r -> r.getJsonObject("standing") != null)
                .count();
        assertThat(other.getJsonObject("summary").getInteger("otherTarget")).isEqualTo((int) targets);
        assertThat(rows(other).stream().filter(r -> r.getBoolean("otherTarget")))
                .hasSize((int) targets);
    }

    private static boolean isBehind(JsonObject row) {
        JsonObject progress = row.getJsonObject("progress");
        return progress != null
                && ("BEHIND".equals(progress.getString("level")) || "NOT_FALLING".equals(progress.getString("level")));
    }

    private static BigDecimal yearEndExcess(JsonObject row) {
        return new BigDecimal(
                row.getJsonObject("progress").getJsonObject("yearEnd").getString("excessTce"));
    }

    @Test
    void every_row_of_a_list_is_on_one_of_its_pages() throws Exception {
        List<String> all = ids("?sort=name&limit=1000");
        String after = "";
        for (int i = 0; i < all.size(); i += 2) {
            JsonObject page = new JsonObject(text("?sort=name&limit=2" + after, "application/json"));
            assertThat(page.getJsonArray("rows").stream().map(r -> ((JsonObject) r).getString("id")))
                    .containsExactlyElementsOf(all.subList(i, Math.min(all.size(), i + 2)));
            after = "&after=" + page.getString("next");
        }
        assertThat(after).isEqualTo("&after=null");
    }

    @Test
    void as_text_it_has_the_headings_of_the_reader_and_says_how_sure_a_figure_is() throws Exception {
        String chinese = text("?month=2026-10", "text/csv");
        assertThat(chinese).startsWith("\uFEFF编号,名称,园区,行业,月份,本月综合能耗（吨标准煤）");
        assertThat(chinese.lines().findFirst().orElseThrow())
                .contains("数据完整率", "实测占比", "估算占比", "数据状态", "折标口径", "折标系数集");
        assertThat(chinese.lines().count()).isEqualTo(1 + ids("?limit=1000").size());
        HttpResponse<byte[]> english = ask("?month=2026-10&columns=name,progress.excessTce&q=brick", "text/csv", "en");
        assertThat(english.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"greenpark-standings-2026-10.csv\"");
        assertThat(new String(english.body(), StandardCharsets.UTF_8))
                .startsWith("\uFEFFName,\"Energy above the target, year to date (tce)\"\r\n");
    }

    @Test
    void files_have_no_status_where_there_is_no_figure_but_the_reason() throws Exception {
        String columns = "&columns=name,yearToDate.tce,yearToDate.status,month.missing,yearToDate.missing&limit=1000";
        List<String> lines =
                text("?month=2015-06" + columns, "text/csv").lines().skip(1).toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line).matches("[^,]+,,,[^,]+,[^,]+"));
        assertThat(text("?month=2026-10&q=brick" + columns, "text/csv")).contains("推算数,,");
    }

    @Test
    void as_a_workbook_its_numbers_are_numbers() throws Exception {
        HttpResponse<byte[]> answer = ask("?month=2026-10", XLSX, "zh");
        assertThat(answer.headers().firstValue("content-type")).contains(XLSX);
        String sheet = sheet(answer.body());
        assertThat(sheet).contains("<autoFilter", "state=\"frozen\"");
        assertThat(sheet).containsPattern("<c r=\"F5\"[^>]*><v>[0-9.]+</v></c>");
    }

    @Test
    void a_workbook_says_in_words_what_was_asked_for() throws Exception {
        String query = "?month=2026-10&basis=equal-value&level=behind&scope=park,enterprise&sort=-progress.excessTce";
        assertThat(strings(ask(query, XLSX, "zh").body()))
                .contains("折标口径：等价值；预警等级：二级（黄）：下降但滞后；月份：2026-10；范围：园区、企业；排序：累计超目标用能（吨标准煤），从大到小");
        assertThat(strings(ask(query, XLSX, "en").body()))
                .contains(
                        "basis: Primary-energy value (equal value); level: Amber: falling, but behind; month: 2026-10; of: parks, enterprises;"
                                + " sorted by: Energy above the target, year to date (tce), largest first");
        assertThat(strings(ask("?month=2026-10", XLSX, "zh").body())).contains("五金工量具");
    }

    @Test
    void whoever_wants_something_else_is_told_what_there_is() throws Exception {
        assertThat(refusal("?sort=size")).contains("there is no column \"size\"", "progress.excessTce");
        assertThat(refusal("?month=2026-13")).contains("2026-13", "a month such as 2026-10");
    }

    private static String refusal(String query) throws Exception {
        byte[] body = ask(query, "application/json", "en").body();
        return new JsonObject(new String(body, StandardCharsets.UTF_8)).getString("detail");
    }

    private static List<String> ids(String query) throws Exception {
        return rows(query).stream().map(r -> r.getString("id")).toList();
    }

    private static List<JsonObject> rows(String query) throws Exception {
        return rows(json(query));
    }

    private static List<JsonObject> rows(JsonObject answer) {
        return answer.getJsonArray("rows").stream().map(JsonObject.class::cast).toList();
    }

    private static JsonObject json(String query) throws Exception {
        return new JsonObject(text(query, "application/json"));
    }

    private static String text(String query, String accept) throws Exception {
        return new String(ask(query, accept, "zh-CN").body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> ask(String query, String accept, String language) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(OPEN.console().url("/api/v1/standings" + query)))
                        .header("Authorization", "Bearer " + SampleCredentials.TOKEN)
                        .header("Accept", accept)
                        .header("Accept-Language", language)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String sheet(byte[] workbook) throws IOException {
        return part(workbook, "xl/worksheets/sheet1.xml");
    }

    private static String strings(byte[] workbook) throws IOException {
        return Pattern.compile("&#x(\\p{XDigit}+);")
                .matcher(part(workbook, "xl/sharedStrings.xml"))
                .replaceAll(escape -> Character.toString(Integer.parseInt(escape.group(1), 16)));
    }

    private static String part(byte[] workbook, String name) throws IOException {
        Path file = Files.write(Files.createTempFile("standings", ".xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = Objects.requireNonNull(zip.getEntry(name));
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
