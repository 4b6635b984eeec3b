package io.greenpark.dashboards.api;

import static io.greenpark.dashboards.api.FigureSheetClient.each;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.unit.Carrier;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 300 enterprises of three years by one workbook as a bureau has it, and a grid company's month: totals are equal, and every fault is told by its cell. */
class LargeFigureSheetTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    @TempDir
    Path dir;

    private SampleConsole console;
    private FigureSheetClient sheets;

    @BeforeEach
    void three_hundred_enterprises() throws Exception {
        console = SampleConsole.open(dir, true);
        sheets = new FigureSheetClient(console);
        List<Edit> edits = new ArrayList<>();
        for (int e = 0; e < OfficeFiles.ENTERPRISES; e++) {
            JsonObject accounts = new JsonObject()
                    .put(OfficeFiles.account(e, 1), new JsonObject().put("carrier", "electricity"))
                    .put(OfficeFiles.account(e, 2), new JsonObject().put("carrier", "electricity"));
            if (e % 10 < 2) {
                // One customer number of two tenants.
                accounts.put(
                        OfficeFiles.shared(e),
                        new JsonObject().put("carrier", "electricity").put("share", e % 10 == 0 ? "0.7" : "0.3"));
            }
            JsonObject document = new JsonObject()
                    .put("name", new JsonObject().put("zh", OfficeFiles.name(e)).put("en", "Maker " + e))
                    .put("park", "fucun")
                    .put("industry", "hardware-tools")
                    .put("accounts", accounts);
            edits.add(new Edit(new DocumentKey(DocumentKind.ENTERPRISE, "m-" + e), Verb.PUT, document.encode()));
        }
        assertThat(console.registry()
                        .service()
                        .submit(new EditRequest("li", Source.API, "register", edits, null, false))
                        .applied())
                .isTrue();
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private Registry registry() {
        return console.registry().service().current();
    }

    @Test
    void three_years_of_three_hundred_enterprises_come_by_one_workbook() throws Exception {
        byte[] file = new OfficeFiles().valueAdded();
        JsonObject first = sheets.preview(file);
        assertThat(first.getBoolean("sound")).isFalse();
        assertThat(each(first, "sheets")).singleElement().satisfies(s -> assertThat(s.getValue("mapping"))
                .isNull());
        sheets.keep(FigureSheetClient.guessed(first, "统计局月报", "judge"));

        Duration begun = worked();
        JsonObject preview = sheets.preview(file);
        assertThat(preview.getJsonArray("faults")).isEmpty();
        assertThat(preview.getJsonArray("asked")).isEmpty();
        assertThat(preview.getBoolean("sound")).isTrue();
        assertThat(preview.getJsonObject("counts").getInteger("NEW")).isEqualTo(300 * 36);
        FigureSheetClient.Answer accepted = sheets.accept(file, preview);
        Duration worked = worked().minus(begun);
        assertThat(accepted.status())
                .as(() -> accepted.body().substring(0, 500))
                .isEqualTo(200);

        BigDecimal all = BigDecimal.ZERO;
        for (int e = 0; e < OfficeFiles.ENTERPRISES; e++) {
            for (int m = 0; m < 36; m++) {
                YearMonth month = YearMonth.of(OfficeFiles.FIRST_YEAR, 1).plusMonths(m);
                BigDecimal written = OfficeFiles.valueAdded(e, month).multiply(TEN_THOUSAND);
                assertThat(registry().statistic("m-" + e, month).orElseThrow().ivaCny())
                        .isEqualByComparingTo(written);
                all = all.add(written);
            }
        }
        BigDecimal kept = each(preview, "totals").stream()
                .map(t -> new BigDecimal(t.getString("kept")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal read = each(preview, "totals").stream()
                .map(t -> new BigDecimal(t.getString("read")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(kept).isEqualByComparingTo(all);
        assertThat(read.multiply(TEN_THOUSAND)).isEqualByComparingTo(all);
        // Sums behind each row, six of rows and one of all, for twelve months and the year.
        assertThat(each(preview, "checks")).hasSize(3 * (300 + 7 * 13)).allMatch(c -> c.getBoolean("right"));
        assertThat(worked).isLessThan(LONGEST);

        JsonObject again = sheets.preview(file);
        assertThat(again.getJsonObject("counts").getInteger("SAME")).isEqualTo(300 * 36);
    }

    @Test
    void planted_faults_are_each_told_by_their_cell() throws Exception {
        byte[] right = new OfficeFiles().valueAdded();
        JsonObject first = sheets.preview(right);
        sheets.keep(FigureSheetClient.guessed(first, "统计局月报", "judge"));
        assertThat(sheets.accept(right, sheets.preview(right)).status()).isEqualTo(200);

        OfficeFiles wrong = new OfficeFiles()
                .spoil("2023年!E4", "2月")
                .spoil("2023年!C7", "约100")
                .spoil("2023年!B9", "没有这家企业")
                // A year's sum in December, which the sum of the row and those below contradict.
                .spoil("2024年!N10", new BigDecimal("1260.00"))
                // 元 in a sheet of 万元.
                .spoil("2025年!D12", new BigDecimal("1029500"))
                .spoil("2025年!O20", new BigDecimal("1.00"))
                .merge("2024年!C30:C31");
        byte[] file = wrong.valueAdded();
        JsonObject told = sheets.preview(file);
        assertThat(told.getBoolean("sound")).isFalse();
        assertThat(each(told, "faults"))
                .extracting(f -> f.getString("sheet") + "!" + f.getString("cell"))
                .containsExactlyInAnyOrder("2023年!E4", "2023年!C7", "2024年!C30:C31");
        assertThat(each(told, "rows"))
                .filteredOn(r -> r.getString("state").equals("UNMATCHED"))
                .extracting(r -> r.getString("sheet") + "!" + r.getInteger("row"))
                .containsExactly("2023年!9");
        List<String> asked = each(told, "asked").stream()
                .flatMap(a -> a.getJsonArray("places").stream().map(p -> a.getString("code") + " " + p))
                .toList();
        assertThat(asked)
                .contains(
                        "YEAR_IN_MONTH 2024年!N10",
                        "UNIT_JUMP 2025年!D12",
                        "TOTAL_DIFFERS 2025年!O20",
                        "TOTAL_DIFFERS 2024年!O10");
        assertThat(sheets.accept(file, told).status()).isEqualTo(422);
    }

    @Test
    void a_grid_companys_month_is_summed_by_customer_number_and_shared_out() throws Exception {
        byte[] file = new OfficeFiles().grid(MONTH);
        JsonObject first = sheets.preview(file);
        JsonObject kept = sheets.keep(FigureSheetClient.guessed(first, "供电公司月度电量表", "show-own"));
        JsonObject preview = sheets.preview(file);
        assertThat(preview.getJsonArray("faults")).isEmpty();
        assertThat(preview.getJsonArray("asked")).isEmpty();
        assertThat(preview.getBoolean("sound")).isTrue();
        assertThat(sheets.accept(file, preview).status()).isEqualTo(200);
        BigDecimal all = OfficeFiles.billed(MONTH).values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(TEN_THOUSAND);
        BigDecimal inRegistry =
                registry().facts().bills().stream().map(b -> b.amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(inRegistry).isEqualByComparingTo(all);
        assertThat(registry().facts().bills()).hasSize(300);
        DocumentKey tenth = DocumentKey.bill("m-11", MONTH, Carrier.ELECTRICITY);
        assertThat(registry().bill(tenth.id()).orElseThrow().accounts())
                .containsExactly(OfficeFiles.account(11, 1), OfficeFiles.account(11, 2), OfficeFiles.shared(11));

        // Next month's file of the same source takes one look and one click.
        byte[] next = new OfficeFiles().grid(MONTH.plusMonths(1));
        JsonObject known = sheets.preview(next);
        assertThat(known.getBoolean("sound")).isTrue();
        assertThat(each(known, "sheets").get(0).getJsonObject("mapping").getString("id"))
                .isEqualTo(kept.getString("id"));
        assertThat(sheets.accept(next, known).status()).isEqualTo(200);
        assertThat(registry().facts().bills()).hasSize(600);
        assertThat(new JsonArray(List.of(known.getJsonObject("counts").getInteger("NEW"))))
                .containsExactly(300);
    }

    /** Of the processors' time: what the clock says is up to who else wants them. */
    private static Duration worked() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
