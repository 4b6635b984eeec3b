package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.sheets.form.SheetKind;
import io.vertx.core.json.JsonObject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Spreadsheets of the registry by the API. */
class SheetsTest {
    @TempDir
    Path dir;

    private SampleConsole console;
    private SheetClient sheets;

    @BeforeEach
    void open() throws Exception {
        console = SampleConsole.open(dir, true);
        sheets = new SheetClient(console);
        new RegistryClient(console).done(RegistryClient.put("contact", "enterprise:huamei-ham:Wang", """
                {"scope": "enterprise", "subject": "huamei-ham", "name": "Wang", "language": "zh", "phone": "+86 138 0000 0000",
                 "webhook": "https://example.org/?token=secret"}"""));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private Registry registry() {
        return console.registry().service().current();
    }

    @ParameterizedTest
    @EnumSource(SheetKind.class)
    void what_is_exported_and_sent_back_changes_nothing(SheetKind kind) throws Exception {
        byte[] file = sheets.export(kind);
        JsonObject preview = sheets.preview(kind, file);
        assertThat(preview.getJsonArray("faults")).isEmpty();
        JsonObject counts = preview.getJsonObject("counts");
        assertThat(counts.getInteger("UNCHANGED")).isPositive();
        assertThat(preview.getJsonArray("rows")).allSatisfy(row -> assertThat(((JsonObject) row).getString("outcome"))
                .isEqualTo("UNCHANGED"));
        long before = preview.getLong("change");
        SheetClient.Answer accepted = sheets.accept(kind, file, preview.getString("token"));
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.json().getLong("change")).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(SheetKind.class)
    void a_template_is_read_as_one_and_has_no_rows(SheetKind kind) throws Exception {
        JsonObject preview = sheets.preview(kind, sheets.template(kind));
        assertThat(preview.getJsonArray("faults")).isEmpty();
        assertThat(preview.getJsonArray("rows")).isEmpty();
        assertThat(preview.getJsonArray("unread")).isEmpty();
    }

    private static FilledSheet works() {
        FilledSheet filled = new FilledSheet(SheetKind.ENTERPRISES);
        filled.row(
                "enterprises",
                "id",
                "new-works",
                "name/zh",
                "新厂",
                "park",
                "fucun",
                "industry",
                "hardware-tools",
                "aboveScale",
                "是",
                "landMu",
                "12.5");
        return filled;
    }

    @Test
    void what_is_accepted_is_in_force_as_one_change_with_who_and_why() throws Exception {
        byte[] file = works().bytes();
        JsonObject preview = sheets.preview(SheetKind.ENTERPRISES, file);
        assertThat(preview.getBoolean("sound")).isTrue();
        assertThat(registry().enterprise("new-works")).isEmpty();

        SheetClient.Answer accepted = sheets.accept(SheetKind.ENTERPRISES, file, preview.getString("token"));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        assertThat(accepted.json().getBoolean("applied")).isTrue();
        Enterprise works = registry().enterprise("new-works").orElseThrow();
        assertThat(works.name().en()).isEqualTo("新厂");
        assertThat(works.aboveScale()).isTrue();
        assertThat(works.file().landMu()).isEqualByComparingTo("12.5");
        JsonObject change = new RegistryClient(console)
                .json("/changes")
                .getJsonArray("changes")
                .getJsonObject(0);
        assertThat(change.getString("source")).isEqualTo("SPREADSHEET");
        assertThat(change.getString("reason")).isEqualTo(SheetClient.REASON);
    }

    private static void meter(FilledSheet filled, String id, String sentAs) {
        filled.row(
                "devices",
                "id",
                id,
                "enterprise",
                "huamei-ham",
                "name/zh",
                "电表",
                "gateway",
                "gateway-fucun-1",
                "sentAs",
                sentAs,
                "silenceAfter",
                "1h");
    }

    @Test
    void devices_have_their_names_as_sent_by_a_sheet_each_its_own() throws Exception {
        FilledSheet twice = new FilledSheet(SheetKind.DEVICES);
        meter(twice, "meter-a", "电表#3");
        meter(twice, "meter-b", "电表#3");
        JsonObject faulty = sheets.preview(SheetKind.DEVICES, twice.bytes());
        assertThat(faulty.getBoolean("sound")).isFalse();
        assertThat(faulty.getJsonArray("faults").encode()).contains("电表#3", "已是同一网关“gateway-fucun-1”下另一设备");
        FilledSheet filled = new FilledSheet(SheetKind.DEVICES);
        meter(filled, "meter-a", "电表#3");
        meter(filled, "meter-b", "01.02.03");
        byte[] file = filled.bytes();
        String token = sheets.preview(SheetKind.DEVICES, file).getString("token");
        SheetClient.Answer accepted = sheets.accept(SheetKind.DEVICES, file, token);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        assertThat(registry()
                        .deviceSentAs("gateway-fucun-1", "01.02.03")
                        .orElseThrow()
                        .id())
                .isEqualTo("meter-b");
        JsonObject again = sheets.preview(SheetKind.DEVICES, sheets.export(SheetKind.DEVICES));
        assertThat(again.getJsonArray("faults")).isEmpty();
        assertThat(again.getJsonArray("rows")).allSatisfy(row -> assertThat(((JsonObject) row).getString("outcome"))
                .isEqualTo("UNCHANGED"));
    }

    @Test
    void what_changes_is_told_by_cell_and_columns_that_are_not_there_stay() throws Exception {
        String id = registry().facts().enterprises().get(0).id();
        String csv = "企业编号,法定代表人,备注\n" + id + ",王强,电话确认\n";
        JsonObject preview = sheets.preview(SheetKind.ENTERPRISES, csv.getBytes(Charset.forName("GB18030")));
        assertThat(preview.getJsonArray("faults")).isEmpty();
        JsonObject row = preview.getJsonArray("rows").getJsonObject(0);
        assertThat(row.getString("outcome")).isEqualTo("CHANGED");
        assertThat(row.getJsonArray("cells")).hasSize(1);
        assertThat(row.getJsonArray("cells").getJsonObject(0))
                .isEqualTo(new JsonObject("{\"cell\": \"B2\", \"column\": {\"zh\": \"法定代表人\", \"en\":"
                        + " \"Legal representative\"}, \"was\": null, \"is\": \"王强\"}"));
    }

    /** What somebody typed after a template of an earlier version. */
    @Test
    void a_heading_that_was_renamed_since_is_known() throws Exception {
        String csv = "点位编号,生效时间,计入系数\nhengda-tools.electricity,2026-11-01 00:00,不计（分表）\n";
        JsonObject preview = sheets.preview(SheetKind.DEVICES, csv.getBytes(StandardCharsets.UTF_8));
        assertThat(preview.getJsonArray("faults")).isEmpty();
        assertThat(preview.getJsonArray("rows")
                        .getJsonObject(0)
                        .getJsonArray("cells")
                        .toString())
                .contains("计入方式");
    }

    @Test
    void what_weighs_waits_for_a_second_person(@TempDir Path other) throws Exception {
        FilledSheet filled = new FilledSheet(SheetKind.TARGETS);
        filled.row(
                "targets",
                "id",
                "t-new",
                "scope",
                "enterprise",
                "subject",
                "huamei-ham",
                "yearlyChangePercent",
                "-4",
                "baseYear",
                "2025",
                "fromYear",
                "2029",
                "toYear",
                "2029",
                "source",
                "plan");
        byte[] file = filled.bytes();
        try (SampleConsole reviewing = SampleConsole.reviewing(other)) {
            SheetClient there = new SheetClient(reviewing);
            JsonObject preview = there.preview(SheetKind.TARGETS, file);
            assertThat(preview.getJsonObject("review").getJsonArray("matters")).containsExactly("target");
            SheetClient.Answer accepted = there.accept(SheetKind.TARGETS, file, preview.getString("token"));
            assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
            assertThat(accepted.json().getJsonObject("review").getInteger("request"))
                    .isPositive();
            JsonObject request = new RegistryClient(reviewing)
                    .json("/reviews")
                    .getJsonArray("reviews")
                    .getJsonObject(0);
            assertThat(request.getString("source")).isEqualTo("SPREADSHEET");
        }
    }

    @Test
    void another_file_and_a_registry_that_changed_are_refused() throws Exception {
        byte[] file = works().bytes();
        String token = sheets.preview(SheetKind.ENTERPRISES, file).getString("token");
        FilledSheet other = works();
        other.spoil("enterprises", "landMu", FilledSheet.FIRST_ROW, "13");
        assertThat(sheets.accept(SheetKind.ENTERPRISES, other.bytes(), token).status())
                .isEqualTo(412);

        String csv = "企业编号,法定代表人\n" + registry().facts().enterprises().get(0).id() + ",王强\n";
        byte[] meanwhile = csv.getBytes(StandardCharsets.UTF_8);
        String its = sheets.preview(SheetKind.ENTERPRISES, meanwhile).getString("token");
        assertThat(sheets.accept(SheetKind.ENTERPRISES, meanwhile, its).status())
                .isEqualTo(200);
        SheetClient.Answer late = sheets.accept(SheetKind.ENTERPRISES, file, token);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains("was changed after the preview");
        assertThat(registry().enterprise("new-works")).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_with_what_to_do() throws Exception {
        SheetClient.Answer answer = sheets.post(SheetKind.ENTERPRISES, "/preview", new byte[] {'P', 'K', 3, 4, 0});
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("save it as XLSX");
        JsonObject preview = sheets.preview(SheetKind.ENTERPRISES, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(preview.getBoolean("sound")).isFalse();
        assertThat(preview.getJsonArray("faults")
                        .getJsonObject(0)
                        .getJsonObject("toDo")
                        .getString("en"))
                .contains("no header was found");
        assertThat(preview.getJsonArray("unread").getList()).isEqualTo(List.of("CSV"));
    }
}
