package io.greenpark.sheets.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.unit.Carrier;
import io.greenpark.sheets.cell.Book;
import io.greenpark.sheets.figure.Figure;
import io.greenpark.sheets.figure.SheetUnit;
import io.greenpark.sheets.layout.Guess;
import io.greenpark.sheets.layout.Layout;
import io.greenpark.sheets.layout.LayoutSearch;
import io.greenpark.sheets.layout.Role;
import io.greenpark.sheets.mapping.KeptMapping;
import io.greenpark.sheets.mapping.MappingRules;
import io.greenpark.sheets.mapping.Recognised;
import io.greenpark.sheets.mapping.SheetMapping;
import io.greenpark.sheets.mapping.SheetMapping.ColumnUse;
import io.greenpark.sheets.match.RowMatch.State;
import io.greenpark.sheets.match.RowMatch.Why;
import io.greenpark.sheets.monthly.Asked.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sheets as bureaus and utilities have them: guessed, read, checked, asked about, and turned into edits. */
class MonthlyIntakeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Given NOTHING = new Given(null, null);
    private static final String CODE = "91330784MA00000019";

    private final Map<DocumentKind, SortedMap<String, ObjectNode>> registry = new LinkedHashMap<>();
    private final Map<String, Set<String>> decided = new TreeMap<>();

    @BeforeEach
    void three_enterprises() throws Exception {
        there(
                DocumentKind.ENTERPRISE,
                "hengda",
                "{'name': {'zh': '恒达五金有限公司', 'en': 'Hengda Tools'}, 'creditCode': '" + CODE
                        + "', 'formerNames': {'2021-01-01': '恒达机械厂'}, 'accounts': {'3300001': {'carrier': 'electricity'}, '3300002':"
                        + " {'carrier': 'electricity'}, '3300009': {'carrier': 'electricity', 'share': '0.4'}}}");
        there(
                DocumentKind.ENTERPRISE,
                "lvyuan",
                "{'name': {'zh': '绿源食品（永康）有限公司', 'en': 'Lvyuan'}, 'accounts': {'3300009':"
                        + " {'carrier': 'electricity', 'share': '0.6'}, '3300010': {'carrier': 'electricity'}}}");
        there(
                DocumentKind.ENTERPRISE,
                "jinma",
                "{'name': {'zh': '金马工具股份有限公司', 'en': 'Jinma'}, 'accounts': {'3300010':"
                        + " {'carrier': 'electricity'}}}");
    }

    private void there(DocumentKind kind, String id, String json) throws Exception {
        registry.computeIfAbsent(kind, k -> new TreeMap<>())
                .put(id, (ObjectNode) JSON.readTree(json.replace('\'', '"')));
    }

    private void statistic(String enterprise, String month, String fields) throws Exception {
        there(
                DocumentKind.STATISTIC,
                enterprise + ":" + month,
                "{'enterprise': '" + enterprise + "', 'month': '" + month + "', 'allowedUse': 'judge', " + fields
                        + "}");
    }

    /** The guess, as somebody confirms it. */
    private static SheetMapping guessed(Layout layout, String source) {
        List<ColumnUse> columns = new ArrayList<>();
        for (Layout.Column column : layout.columns()) {
            Guess guess = Guess.of(column.heading(), layout.title());
            if (columns.stream()
                    .noneMatch(c -> c.heading().equals(column.heading().key()))) {
                columns.add(new ColumnUse(column.heading().key(), guess.role(), guess.figure(), guess.unit()));
            }
        }
        SheetMapping mapping = new SheetMapping(
                source, layout.fingerprint(), columns, source, FigureStatus.PROVISIONAL, AllowedUse.JUDGE);
        assertThat(MappingRules.faults(mapping)).isEmpty();
        return mapping;
    }

    private Monthly read(Book book, Given given) {
        List<MappedSheet> sheets = new ArrayList<>();
        Map<String, KeptMapping> kept = new TreeMap<>();
        book.sheets().forEach(sheet -> {
            Layout layout = LayoutSearch.of(sheet).orElseThrow();
            KeptMapping mapping = kept.computeIfAbsent(
                    layout.fingerprint(),
                    f -> new KeptMapping(f, 1, guessed(layout, "统计局"), Instant.EPOCH, "li", "li"));
            sheets.add(new MappedSheet(layout, mapping));
        });
        return MonthlyIntake.read(sheets, given, kind -> registry.getOrDefault(kind, new TreeMap<>()), id -> decided);
    }

    private static Map<String, String> amounts(Monthly monthly) {
        Map<String, String> amounts = new TreeMap<>();
        monthly.fates()
                .forEach(f -> amounts.put(
                        f.key().enterprise() + " " + f.key().month() + " "
                                + f.key().figure().code(),
                        f.is()));
        return amounts;
    }

    private static List<String> cells(Monthly monthly) {
        return monthly.faults().stream().map(f -> f.sheet() + "!" + f.cell()).toList();
    }

    private static Book wide() {
        return new OwnSheet()
                .with("增加值", page -> page.put("A1", "园区规上企业工业增加值汇总表")
                        .merge("A1", "H1")
                        .put("H2", "单位：万元")
                        .row("A3", "序号", "企业名称", "信用代码", "2025年")
                        .merge("D3", "F3")
                        .put("G3", "2026年")
                        .merge("G3", "H3")
                        .merge("A3", "A4")
                        .merge("B3", "B4")
                        .merge("C3", "C4")
                        .row("D4", "11月", "12月", "合计", "1月", "2月")
                        .row("A5", 1, "恒达五金有限公司", CODE, "1,234.5", 1000, 2234.5, "－", "１２０")
                        .row("A6", 2, "绿源食品(永康) 有限公司", null, 10, 20.25, 30.25, 0, "/")
                        .row("A7", null, "小计", null, 1244.5, 1020.25, 2264.75, 0, 120)
                        .row("A8", 3, "金马工具股份有限公司", null, 1, 2, 3, 4, 5)
                        .row("A9", null, "合　计", null, 1245.5, 1022.25, 2267.75, 4, 125)
                        .put("A10", "注：本表为初步数"))
                .book();
    }

    @Test
    void months_across_under_merged_years_come_in_with_their_sums_checked() {
        Monthly monthly = read(wide(), NOTHING);
        assertThat(monthly.faults()).isEmpty();
        assertThat(monthly.asked()).isEmpty();
        assertThat(amounts(monthly))
                .containsOnly(
                        entry("hengda 2025-11 value-added", "12345000"),
                        entry("hengda 2025-12 value-added", "10000000"),
                        entry("hengda 2026-02 value-added", "1200000"),
                        entry("lvyuan 2025-11 value-added", "100000"),
                        entry("lvyuan 2025-12 value-added", "202500"),
                        entry("lvyuan 2026-01 value-added", "0"),
                        entry("jinma 2025-11 value-added", "10000"),
                        entry("jinma 2025-12 value-added", "20000"),
                        entry("jinma 2026-01 value-added", "40000"),
                        entry("jinma 2026-02 value-added", "50000"));
        SheetReading sheet = monthly.sheets().get(0);
        assertThat(sheet.missing()).isEqualTo(2);
        assertThat(sheet.notes()).containsExactly(10);
        assertThat(sheet.checks()).hasSize(13).allMatch(TotalCheck::right);
        assertThat(monthly.sound()).isTrue();
        assertThat(monthly.edits()).hasSize(10);
        assertThat(MonthTotal.of(monthly))
                .filteredOn(t -> t.month().equals(YearMonth.of(2025, 11)))
                .singleElement()
                .satisfies(t -> {
                    assertThat(t.read()).isEqualByComparingTo("1245.5");
                    assertThat(t.taken()).isEqualByComparingTo("1245.5");
                    assertThat(t.kept()).isEqualByComparingTo("12455000");
                });
    }

    @Test
    void next_months_file_of_a_source_is_known_again_and_one_with_another_header_is_not() {
        Layout october =
                LayoutSearch.of(billed("2026年10月", "用电量(万kWh)").sheets().get(0)).orElseThrow();
        Layout november =
                LayoutSearch.of(billed("2026年11月", "用电量（万kWh）").sheets().get(0)).orElseThrow();
        Layout other =
                LayoutSearch.of(billed("2026年11月", "用电量(kWh)").sheets().get(0)).orElseThrow();
        assertThat(november.fingerprint()).isEqualTo(october.fingerprint()).isNotEqualTo(other.fingerprint());
        Layout wide = LayoutSearch.of(wide().sheets().get(0)).orElseThrow();
        assertThat(wide.keys()).containsExactly("序号", "企业名称", "信用代码", "{月}", "合计");
    }

    private static Book billed(String month, String heading) {
        return new OwnSheet()
                .with("Sheet1", page -> page.put("A1", "永康供电公司园区企业" + month + "用电明细")
                        .merge("A1", "E1")
                        .row("A2", "户号", "户名", "用电地址", heading, "电费(元)")
                        .row("A3", "3300001", "恒达五金", "工业路 1 号", 12.5, 9999)
                        .row("A4", "3300002", "恒达五金", "工业路 2 号", "2.25", 100)
                        .row("A5", "3300009", "园区管委会", "创业园", 10, 100)
                        .row("A6", "3300010", "创业楼", "创业园", 7, 100)
                        .row("A7", "3300099", "恒达五金工具厂", "别处", 3, 100)
                        .row("A8", "合计", null, null, 34.75, 10399))
                .book();
    }

    @Test
    void a_grid_companys_file_is_by_account_summed_shared_out_or_left_to_be_allotted() throws Exception {
        Monthly monthly = read(billed("2026年10月", "用电量(万kWh)"), NOTHING);
        assertThat(amounts(monthly))
                .containsOnly(
                        entry("hengda 2026-10 bill:electricity", "187500"),
                        entry("lvyuan 2026-10 bill:electricity", "60000"));
        assertThat(monthly.sheets().get(0).rows())
                .extracting(r -> r.match().state())
                .containsExactly(State.MATCHED, State.MATCHED, State.SHARED, State.TO_ALLOT, State.UNMATCHED);
        assertThat(monthly.sheets().get(0).rows().get(4).match().proposals())
                .extracting(p -> p.enterprise() + " " + p.why())
                .containsExactly("hengda " + Why.PART_OF_NAME);
        assertThat(monthly.sheets().get(0).checks()).allMatch(TotalCheck::right);
        // Lvyuan's bill lacks what is not allotted; jinma has none.
        assertThat(monthly.asked()).extracting(Asked::code).containsExactly(Code.ACCOUNT_LACKING);
        assertThat(monthly.sound()).isFalse();
        Edit edit = monthly.edits().stream()
                .filter(e -> e.key().id().startsWith("hengda"))
                .findFirst()
                .orElseThrow();
        assertThat(JSON.readTree(edit.json()).path("accounts").asText()).isEqualTo("3300001, 3300002, 3300009");
        assertThat(JSON.readTree(edit.json()).path("unit").asText()).isEqualTo("kWh");

        decided.put("account:3300099", Set.of("hengda"));
        Monthly since = read(billed("2026年10月", "用电量(万kWh)"), NOTHING);
        assertThat(since.sound()).isTrue();
        assertThat(amounts(since)).contains(entry("hengda 2026-10 bill:electricity", "217500"));
        decided.put("account:3300099", Set.of(""));
        assertThat(amounts(read(billed("2026年10月", "用电量(万kWh)"), NOTHING)))
                .contains(entry("hengda 2026-10 bill:electricity", "187500"));
    }

    @Test
    void faults_are_told_by_cell() {
        Book book = new OwnSheet()
                .with("产值", page -> page.put("A1", "2025年工业总产值（万元）")
                        .row("A2", "企业名称", "1月", "2月", "3月", "3月", "4月")
                        .merge("D2", "E2")
                        .row("A3", "恒达机械厂", 5, "约12", 1, 1, 2)
                        .row("A4", "绿源食品", 5, 3, 1, 1, 2)
                        .row("A5", "金马工具股份有限公司", 5, 6, 1, 1)
                        .merge("F5", "F6")
                        .put("F5", 9)
                        .row("A6", "恒达五金有限公司", 5, 3, 1, 1)
                        .row("A7", null, 5)
                        .row("A8", "合计", 20, 12))
                .book();
        Monthly monthly = read(book, NOTHING);
        assertThat(cells(monthly)).containsExactlyInAnyOrder("产值!E2", "产值!C3", "产值!F5:F6", "产值!A7");
        assertThat(monthly.undecided()).extracting(ReadRow::row).containsExactly(4);
        assertThat(monthly.undecided().get(0).match().proposals())
                .extracting(p -> p.enterprise())
                .containsExactly("lvyuan");
        // The former name and the name are one enterprise in two rows.
        assertThat(monthly.asked()).extracting(Asked::code).containsOnly(Code.ADDED_UP);
    }

    @Test
    void a_sum_of_a_year_in_a_month_and_another_unit_are_asked_about() throws Exception {
        for (int month = 1; month <= 9; month++) {
            statistic("jinma", "2025-0" + month, "'outputCny': '50000', 'source': '统计局', 'status': 'provisional'");
        }
        Book book = new OwnSheet()
                .with("2025", page -> page.put("A1", "工业总产值（元）")
                        .row("A2", "企业名称", "1月", "2月", "3月", "4月", "5月", "6月", "7月", "合计")
                        .row("A3", "恒达五金有限公司", 10, 11, 12, 10, 11, 10, 64, 128)
                        .row("A4", "金马工具股份有限公司", 5, 5, 5, 5, 5, 5, 5, 36))
                .book();
        Monthly monthly = read(book, NOTHING);
        assertThat(monthly.asked())
                .extracting(a -> a.code() + " " + a.places().get(0) + " " + a.count())
                .containsExactlyInAnyOrder(
                        Code.YEAR_IN_MONTH + " 2025!H3 1",
                        Code.UNIT_JUMP + " 2025!B4 7",
                        Code.TOTAL_DIFFERS + " 2025!I4 1");
        assertThat(monthly.sound()).isTrue();
    }

    @Test
    void what_the_registry_has_is_told_from_to_and_another_source_is_asked_about() throws Exception {
        statistic("hengda", "2025-11", "'ivaCny': '12345000', 'source': '统计局', 'status': 'provisional'");
        statistic(
                "hengda", "2025-12", "'ivaCny': '7', 'outputCny': '9', 'source': 'monthly return', 'status': 'final'");
        Monthly monthly = read(wide(), NOTHING);
        assertThat(monthly.fates())
                .filteredOn(f -> f.key().enterprise().equals("hengda"))
                .extracting(f -> f.outcome() + " " + f.was() + " " + f.is())
                .containsExactly("SAME 12345000 12345000", "CHANGED 7 10000000", "NEW null 1200000");
        assertThat(monthly.asked())
                .extracting(Asked::code)
                .containsExactlyInAnyOrder(Code.OTHER_SOURCE, Code.FINAL_REPLACED);
        Edit edit = monthly.edits().stream()
                .filter(e -> e.key().id().equals("hengda:2025-12"))
                .findFirst()
                .orElseThrow();
        assertThat(edit.json()).doesNotContain("outputCny");
        assertThat(JSON.readTree(edit.json()).path("source").asText()).isEqualTo("统计局; monthly return");
    }

    @Test
    void months_are_read_in_every_way_people_write_them_and_asked_for_where_they_are_not() {
        Book book = new OwnSheet()
                .with(
                        "a",
                        page -> page.row(
                                "A1",
                                "单位名称",
                                "2025年1-2月",
                                "2025-03",
                                202504,
                                "2025年5月份",
                                LocalDate.of(2025, 6, 1),
                                "Jul-25",
                                "备注"))
                .book();
        List<String> keys = LayoutSearch.of(book.sheets().get(0)).orElseThrow().columns().stream()
                .map(c -> c.heading().year() + "-" + c.heading().first() + "-"
                        + c.heading().last())
                .toList();
        assertThat(keys)
                .containsExactly(
                        "null-null-null",
                        "2025-1-2",
                        "2025-3-3",
                        "2025-4-4",
                        "2025-5-5",
                        "2025-6-6",
                        "2025-7-7",
                        "null-null-null");

        Book undated = new OwnSheet()
                .with("表", page -> page.row("A1", "企业名称", "天然气(万m3)", "用水量(m3)").row("A2", "恒达五金有限公司", 1.5, 300))
                .book();
        Monthly asked = read(undated, NOTHING);
        assertThat(asked.sheets().get(0).needsMonth()).isTrue();
        assertThat(asked.sound()).isFalse();
        assertThat(amounts(read(undated, new Given(YearMonth.of(2026, 3), null))))
                .containsOnly(
                        entry("hengda 2026-03 bill:natural-gas", "15000"), entry("hengda 2026-03 bill:water", "300"));
    }

    @Test
    void groups_of_figures_over_months_are_told_apart_and_joint_months_are_halved() {
        Book book = new OwnSheet()
                .with("月报", page -> page.row("A1", "企业名称", "用电量(万千瓦时)", null, null, "产值(万元)")
                        .merge("B1", "D1")
                        .merge("E1", "F1")
                        .row("B2", "2026年1-2月", "2026年3月", "合计", "2026年1-2月", "2026年3月")
                        .row("A3", "恒达五金有限公司", 3.5, 1, 4.5, 100, 60))
                .book();
        Monthly monthly = read(book, NOTHING);
        assertThat(monthly.faults()).isEmpty();
        assertThat(amounts(monthly))
                .containsOnly(
                        entry("hengda 2026-01 bill:electricity", "17500"),
                        entry("hengda 2026-02 bill:electricity", "17500"),
                        entry("hengda 2026-03 bill:electricity", "10000"),
                        entry("hengda 2026-01 output", "500000"),
                        entry("hengda 2026-02 output", "500000"),
                        entry("hengda 2026-03 output", "600000"));
        assertThat(monthly.sheets().get(0).checks()).singleElement().matches(TotalCheck::right);
    }

    @Test
    void a_long_sheet_says_month_and_unit_by_row() {
        Book book = new OwnSheet()
                .with("明细", page -> page.row("A1", "统一社会信用代码", "月份", "单位", "电量")
                        .row("A2", CODE, "2026年1月", "万kWh", 1.5)
                        .row("A3", CODE, 202602, "MWh", 3)
                        .row("A4", CODE, LocalDate.of(2026, 3, 1), "度", "1,000")
                        .row("A5", CODE, "三月", "桶", 7))
                .book();
        Layout layout = LayoutSearch.of(book.sheets().get(0)).orElseThrow();
        assertThat(layout.columns())
                .extracting(c -> Guess.of(c.heading(), layout.title()).role())
                .containsExactly(Role.CREDIT_CODE, Role.MONTH, Role.UNIT, Role.AMOUNT);
        Monthly monthly = read(book, NOTHING);
        assertThat(amounts(monthly))
                .containsOnly(
                        entry("hengda 2026-01 bill:electricity", "15000"),
                        entry("hengda 2026-02 bill:electricity", "3000"),
                        entry("hengda 2026-03 bill:electricity", "1000"));
        assertThat(cells(monthly)).containsExactlyInAnyOrder("明细!B5", "明细!C5");
    }

    @Test
    void a_grid_companys_export_is_guessed_though_its_headings_speak_of_reading_and_charges() {
        Book book = new OwnSheet()
                .with("明细", page -> page.row("A1", "户号", "户名", "用电地址", "电费年月", "抄表电量(kWh)", "抄表示数", "抄表日期", "电费(元)")
                        .row("A2", "3300001", "恒达五金", "工业路 1 号", "202601", 1500, 99120, "2026-02-01", 1065))
                .book();
        Layout layout = LayoutSearch.of(book.sheets().get(0)).orElseThrow();
        assertThat(layout.columns())
                .extracting(c -> Guess.of(c.heading(), layout.title()).role())
                .containsExactly(
                        Role.ACCOUNT,
                        Role.NAME,
                        Role.IGNORED,
                        Role.MONTH,
                        Role.AMOUNT,
                        Role.IGNORED,
                        Role.IGNORED,
                        Role.IGNORED);
        assertThat(amounts(read(book, NOTHING))).containsOnly(entry("hengda 2026-01 bill:electricity", "1500"));
    }

    @Test
    void headings_that_sound_like_no_figures_are_left_to_be_mapped_by_hand_and_known_again() {
        Book book = new OwnSheet()
                .with("明细", page -> page.row("A1", "户号", "月份", "本期").row("A2", "3300001", "202601", 1500))
                .book();
        assertThat(LayoutSearch.of(book.sheets().get(0))).isEmpty();
        Recognised asked = Recognised.of(book, List.of(), Set.of()).read().get(0);
        Layout layout = asked.layouts().get(0);
        assertThat(layout.columns())
                .extracting(c -> Guess.of(c.heading(), layout.title()).role())
                .containsExactly(Role.ACCOUNT, Role.MONTH, Role.IGNORED);
        SheetMapping mapping = new SheetMapping(
                "供电公司",
                layout.fingerprint(),
                List.of(
                        new ColumnUse("户号", Role.ACCOUNT, null, null),
                        new ColumnUse("月份", Role.MONTH, null, null),
                        new ColumnUse("本期", Role.AMOUNT, Figure.bill(Carrier.ELECTRICITY), SheetUnit.KWH)),
                "供电公司",
                FigureStatus.FINAL,
                AllowedUse.JUDGE);
        KeptMapping kept = new KeptMapping("1", 1, mapping, Instant.EPOCH, "li", "li");
        Book beside = new OwnSheet()
                .with("明细", page -> page.row("A1", "户号", "月份", "本期").row("A2", "3300001", "202601", 1500))
                .with("增加值", page -> page.row("A1", "企业名称", "工业增加值(万元)").row("A2", "恒达五金有限公司", 12))
                .book();
        assertThat(Recognised.of(beside, List.of(), Set.of()).unread()).containsExactly("明细");
        assertThat(Recognised.of(beside, List.of(kept), Set.of()).unread()).isEmpty();
    }
}
