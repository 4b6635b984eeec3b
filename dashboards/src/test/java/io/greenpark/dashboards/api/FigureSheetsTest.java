package io.greenpark.dashboards.api;

import static io.greenpark.dashboards.api.FigureSheetClient.each;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.unit.Carrier;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sheet of a source from its first look to the change that it makes: what it means is confirmed, what matches nobody decided, both kept. */
class FigureSheetsTest {
    private static final String SHEET =
            "绿源食品月报,,\n企业名称,2024年5月产值(万元),2024年6月产值(万元)\n绿源食品加工厂,12,\"1,345.5\"\n合计,12,1345.5\n";

    @TempDir
    Path dir;

    private SampleConsole console;
    private FigureSheetClient sheets;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
        sheets = new FigureSheetClient(console);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private static byte[] file(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private JsonObject keep(String text, String use) throws Exception {
        return sheets.keep(FigureSheetClient.guessed(sheets.preview(file(text)), "统计局月报", use));
    }

    private void decide(JsonObject mapping, String row, String enterprise) throws Exception {
        JsonObject body = new JsonObject()
                .put("version", mapping.getInteger("version"))
                .put(
                        "matches",
                        new JsonArray().add(new JsonObject().put("row", row).put("enterprise", enterprise)));
        FigureSheetClient.Answer answer =
                sheets.json("decideSheetRows", "POST", "/mappings/" + mapping.getString("id") + "/matches", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void submit(DocumentKey key, Verb verb, String json) {
        assertThat(console.registry()
                        .service()
                        .submit(new EditRequest(
                                "li",
                                Source.API,
                                "r",
                                List.of(new Edit(key, verb, json.replace('\'', '"'))),
                                null,
                                false))
                        .applied())
                .isTrue();
    }

    @Test
    void what_a_row_means_is_decided_once_and_remembered() throws Exception {
        JsonObject mapping = keep(SHEET, "judge");
        JsonObject open = sheets.preview(file(SHEET));
        JsonObject row = each(open, "rows").get(0);
        assertThat(row.getString("state")).isEqualTo("UNMATCHED");
        assertThat(each(row, "proposals"))
                .extracting(p -> p.getString("enterprise"))
                .contains("lvyuan-food");
        assertThat(open.getBoolean("sound")).isFalse();
        assertThat(sheets.accept(file(SHEET), open).status()).isEqualTo(422);

        decide(mapping, row.getString("key"), "lvyuan-food");
        // What was previewed before is not what would be done.
        assertThat(sheets.accept(file(SHEET), open).status()).isEqualTo(412);
        JsonObject sound = sheets.preview(file(SHEET));
        assertThat(sound.getBoolean("sound")).isTrue();
        assertThat(each(sound, "rows").get(0).getString("by")).isEqualTo("PERSON");
        assertThat(sheets.accept(file(SHEET), sound).status()).isEqualTo(200);
        assertThat(console.registry()
                        .service()
                        .current()
                        .statistic("lvyuan-food", YearMonth.of(2024, 6))
                        .orElseThrow()
                        .outputCny())
                .isEqualByComparingTo("13455000");
        // The registry is another since.
        assertThat(sheets.accept(file(SHEET), sound).status()).isEqualTo(412);
        assertThat(console.sources()
                        .audit()
                        .page(AuditFilter.ALL.of(AuditAction.SHEET_MAPPING_CHANGED), Long.MAX_VALUE, 100))
                .hasSize(2);
        assertThat(sheets.preview(file(SHEET.replace("6月", "7月").replace("5月", "8月")))
                        .getBoolean("sound"))
                .isTrue();
    }

    @Test
    void a_header_that_changed_is_told_and_not_read() throws Exception {
        JsonObject mapping = keep(SHEET, "judge");
        JsonObject other = sheets.preview(file(SHEET.replace("产值(万元)", "产值(元)")));
        JsonObject sheet = each(other, "sheets").get(0);
        assertThat(sheet.getValue("mapping")).isNull();
        assertThat(sheet.getJsonObject("like").getJsonObject("mapping").getString("id"))
                .isEqualTo(mapping.getString("id"));
        assertThat(sheet.getJsonObject("like").getJsonArray("added").toString()).contains("产值(元)");
        assertThat(each(other, "figures")).isEmpty();
        assertThat(other.getBoolean("sound")).isFalse();
    }

    @Test
    void what_is_asked_has_to_be_looked_at() throws Exception {
        JsonObject mapping = keep(SHEET, "judge");
        String wrong = SHEET.replace("合计,12,", "合计,13,");
        decide(mapping, each(sheets.preview(file(wrong)), "rows").get(0).getString("key"), "lvyuan-food");
        JsonObject asked = sheets.preview(file(wrong));
        assertThat(each(asked, "asked")).singleElement().satisfies(a -> {
            assertThat(a.getString("code")).isEqualTo("TOTAL_DIFFERS");
            assertThat(a.getJsonArray("places")).containsExactly("CSV!B4");
        });
        FigureSheetClient.Answer refused = sheets.accept(file(wrong), asked, 0);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().getString("detail")).contains("asked=1");
        assertThat(sheets.accept(file(wrong), asked, 1).status()).isEqualTo(200);
    }

    /** A bill that may be used in sums only is not told again, nor whether it is what a sheet says. */
    @Test
    void what_a_provider_forbids_to_tell_is_not_told() throws Exception {
        String id = DocumentKey.bill("lvyuan-food", YearMonth.of(2024, 5), Carrier.ELECTRICITY)
                .id();
        submit(
                new DocumentKey(DocumentKind.BILL, id),
                Verb.PUT,
                "{'enterprise': 'lvyuan-food', 'month': '2024-05', 'carrier': 'electricity', 'amount': '77123', 'unit': 'kWh',"
                        + " 'status': 'provisional', 'source': '供电公司', 'allowedUse': 'aggregate-only'}");
        String sheet = "企业编号,2024年5月用电量(kWh)\nlvyuan-food,77123\n";
        sheets.keep(FigureSheetClient.guessed(sheets.preview(file(sheet)), "供电公司", "judge"));
        String told = sheets.preview(file(sheet)).encode();
        String other = sheets.preview(file(sheet.replace("77123", "5"))).encode();
        assertThat(each(new JsonObject(told), "figures")).singleElement().satisfies(f -> {
            assertThat(f.getString("was")).isEqualTo("***");
            assertThat(f.getString("outcome")).isEqualTo("CHANGED");
        });
        String token = "\"token\":\"[^\"]*\"";
        assertThat(other.replaceAll(token, "").replace("\"5\"", "\"77123\"")).isEqualTo(told.replaceAll(token, ""));
        assertThat(each(new JsonObject(told), "asked"))
                .extracting(a -> a.getString("code"))
                .containsExactly("LOOSER_USE");

        JsonObject sound = new JsonObject(told);
        assertThat(sheets.accept(file(sheet), sound).status()).isEqualTo(200);
        assertThat(console.registry()
                        .service()
                        .current()
                        .bill(id)
                        .orElseThrow()
                        .allowedUse()
                        .name())
                .isEqualTo("AGGREGATE_ONLY");
    }

    @Test
    void a_mapping_that_says_too_little_is_refused_with_what_to_do() throws Exception {
        JsonObject mapping = FigureSheetClient.guessed(sheets.preview(file(SHEET)), "统计局月报", "judge");
        for (JsonObject wrong : List.of(
                mapping.copy().put("name", " "),
                mapping.copy().put("fingerprint", "x"),
                mapping.copy().put("status", "sure"),
                mapping.copy().put("columns", new JsonArray()),
                mapping.copy().put("more", 1))) {
            FigureSheetClient.Answer answer = sheets.json("addSheetMapping", "POST", "/mappings", wrong);
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        }
        JsonObject kept = sheets.keep(mapping);
        String path = "/mappings/" + kept.getString("id");
        JsonObject changed = mapping.copy().put("source", "另一个");
        assertThat(sheets.json("changeSheetMapping", "PUT", path, changed.copy().put("version", 9))
                        .status())
                .isEqualTo(409);
        assertThat(sheets.json("changeSheetMapping", "PUT", path, changed.copy().put("version", 1))
                        .status())
                .isEqualTo(200);
        assertThat(sheets.json("removeSheetMapping", "DELETE", path + "?version=1", new JsonObject())
                        .status())
                .isEqualTo(409);
        assertThat(sheets.json("removeSheetMapping", "DELETE", path + "?version=2", new JsonObject())
                        .status())
                .isEqualTo(200);
        assertThat(each(
                        sheets.json("sheetMappings", "GET", "/mappings", new JsonObject())
                                .json(),
                        "mappings"))
                .isEmpty();
    }
}
