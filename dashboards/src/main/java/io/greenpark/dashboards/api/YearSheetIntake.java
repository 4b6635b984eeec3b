package io.greenpark.dashboards.api;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.EnterpriseFile.PerformanceClass;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.sheet.SheetField;
import io.greenpark.plan.sheet.SheetFigures;
import io.greenpark.sheets.cell.Book;
import io.greenpark.sheets.cell.CellAddress;
import io.greenpark.sheets.cell.Sheet;
import io.greenpark.sheets.cell.SheetCell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads yearly sheets of many enterprises from a table with a heading over each column, as the list of them is exported. What a cell leaves
 * blank stays as it is.
 */
final class YearSheetIntake {
    static final Bilingual ID = new Bilingual("企业编号", "Enterprise id");
    static final Bilingual NAME = new Bilingual("企业", "Enterprise");

    private static final int HEADER_WITHIN = 20;
    private static final String NUMBER = "[0-9]{1,15}([.][0-9]{1,6})?";
    /** How many CNY one of a unit is. */
    private static final Map<String, BigDecimal> MONEY = Map.of(
            "元", BigDecimal.ONE,
            "cny", BigDecimal.ONE,
            "万元", BigDecimal.valueOf(10_000),
            "10,000 cny", BigDecimal.valueOf(10_000),
            "亿元", BigDecimal.valueOf(100_000_000));

    private static final Map<String, Boolean> TRUTHS = Map.ofEntries(
            Map.entry("是", true),
            Map.entry("yes", true),
            Map.entry("true", true),
            Map.entry("1", true),
            Map.entry("否", false),
            Map.entry("no", false),
            Map.entry("false", false),
            Map.entry("0", false));

    private final Map<String, Enterprise> enterprises = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Map<SheetField, Object>> read = new LinkedHashMap<>();

    /** @param registry of those that may be written */
    YearSheetIntake(Registry registry) {
        for (Enterprise e : registry.facts().enterprises()) {
            enterprises.putIfAbsent(e.name().zh(), e);
            enterprises.putIfAbsent(e.name().en(), e);
            if (e.file().creditCode() != null) {
                enterprises.put(e.file().creditCode(), e);
            }
        }
        registry.facts().enterprises().forEach(e -> enterprises.put(e.id(), e));
    }

    /** What is wrong in a cell. */
    record Fault(String cell, Bilingual words) {}

    /**
     * A column that is read.
     *
     * @param field null for the enterprise itself
     * @param times what its numbers are multiplied with
     */
    private record Heading(@Nullable SheetField field, BigDecimal times) {}

    /** The heading of a field, with its unit. */
    static Bilingual heading(SheetField field) {
        Bilingual unit = field.unit();
        Bilingual words = field.heading();
        return unit == null
                ? words
                : new Bilingual(words.zh() + "（" + unit.zh() + "）", words.en() + " (" + unit.en() + ")");
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** What was read of each enterprise, by its id. */
    Map<String, Map<SheetField, Object>> read() {
        return read;
    }

    /** What an enterprise's figures are since. */
    static SheetFigures over(SheetFigures before, Map<SheetField, Object> given) {
        SheetFigures figures = before;
        for (Map.Entry<SheetField, Object> each : given.entrySet()) {
            figures = YearSheetRow.with(figures, each.getKey(), each.getValue());
        }
        return figures;
    }

    void take(Book book) {
        for (Sheet sheet : book.sheets()) {
            Optional<Integer> header = sheet.rows().keySet().stream()
                    .filter(row -> row < HEADER_WITHIN)
                    .filter(row -> isHeader(headings(sheet, row, false)))
                    .findFirst();
            if (header.isPresent()) {
                take(sheet, header.get());
                return;
            }
        }
        faults.add(new Fault(
                "A1",
                new Bilingual(
                        "没有找到表头：需有“企业编号”或“企业”一列，以及至少一列数据，如“税收（元）”；可先导出列表作为模板",
                        "no header was found: there has to be a column \"Enterprise id\" or \"Enterprise\" and at least one of"
                                + " figures, as \"Tax (CNY)\"; an exported list is a template")));
    }

    private static boolean isHeader(Map<Integer, Heading> headings) {
        return headings.values().stream().anyMatch(h -> h.field() == null)
                && headings.values().stream().anyMatch(h -> h.field() != null);
    }

    private Map<Integer, Heading> headings(Sheet sheet, int row, boolean tell) {
        Map<Integer, Heading> headings = new TreeMap<>();
        Sheet.Row cells = sheet.rows().get(row);
        if (cells == null) {
            return headings;
        }
        cells.cells().forEach((column, cell) -> {
            String text = cell.text().strip().replace('（', '(').replace('）', ')');
            String name = text.replaceFirst("\\s*\\(.*", "");
            String unit = text.equals(name) ? "" : text.replaceFirst("^[^(]*\\((.*)\\)$", "$1");
            if (is(ID, name) || is(NAME, name)) {
                headings.put(column, new Heading(null, BigDecimal.ONE));
                return;
            }
            for (SheetField field : SheetField.values()) {
                if (is(field.heading(), name) || field.code().equals(name)) {
                    BigDecimal times = times(field, unit);
                    if (times != null) {
                        headings.put(column, new Heading(field, times));
                    } else if (tell) {
                        fault(
                                row,
                                column,
                                new Bilingual(
                                        "表头“" + cell.text() + "”的单位不认识；请用" + words(field, true),
                                        "the unit of heading \"" + cell.text() + "\" is unknown; use "
                                                + words(field, false)));
                    }
                }
            }
        });
        return headings;
    }

    private static String words(SheetField field, boolean chinese) {
        Bilingual unit = field.unit();
        String own = unit == null ? "" : chinese ? unit.zh() : unit.en();
        return isMoney(field) ? (chinese ? "元、万元或亿元" : "CNY or 10,000 CNY") : own;
    }

    private static boolean is(Bilingual heading, String name) {
        return heading.zh().equals(name) || heading.en().equalsIgnoreCase(name);
    }

    private static boolean isMoney(SheetField field) {
        return field.unit() != null && field.unit().en().equals("CNY");
    }

    /** Null where the unit is none of its own. */
    private static @Nullable BigDecimal times(SheetField field, String unit) {
        if (unit.isEmpty()) {
            return BigDecimal.ONE;
        }
        if (isMoney(field)) {
            return MONEY.get(unit.toLowerCase(Locale.ROOT));
        }
        return field.unit() != null && is(field.unit(), unit) ? BigDecimal.ONE : null;
    }

    private void take(Sheet sheet, int header) {
        Map<Integer, Heading> headings = headings(sheet, header, true);
        sheet.rows().tailMap(header + 1).values().stream()
                .filter(row -> !row.blank())
                .forEach(row -> take(row, headings));
    }

    private void take(Sheet.Row row, Map<Integer, Heading> headings) {
        Enterprise enterprise = null;
        int at = 0;
        String said = "";
        for (Map.Entry<Integer, Heading> each : headings.entrySet()) {
            SheetCell cell = row.cell(each.getKey());
            if (each.getValue().field() == null && cell != null && !cell.blank() && enterprise == null) {
                at = each.getKey();
                said = cell.text().strip();
                enterprise = enterprises.get(said);
            }
        }
        if (enterprise == null) {
            if (hasFigures(row, headings)) {
                fault(
                        row.number(),
                        at,
                        new Bilingual(
                                "“" + said + "”不是登记的企业；请填企业编号、名称或统一社会信用代码",
                                "\"" + said + "\" is no enterprise; give its id, its name or its credit code"));
            }
            return;
        }
        Map<SheetField, Object> given = new LinkedHashMap<>();
        headings.forEach((column, heading) -> {
            SheetCell cell = row.cell(column);
            if (heading.field() != null && cell != null && !cell.blank()) {
                Object value = value(
                        row.number(),
                        column,
                        heading.field(),
                        heading.times(),
                        cell.text().strip());
                if (value != null) {
                    given.put(heading.field(), value);
                }
            }
        });
        if (!given.isEmpty() && read.put(enterprise.id(), given) != null) {
            fault(
                    row.number(),
                    at,
                    new Bilingual("企业“" + said + "”出现两次", "enterprise \"" + said + "\" is there twice"));
        }
    }

    /** A line under the table, as a note, has none. */
    private static boolean hasFigures(Sheet.Row row, Map<Integer, Heading> headings) {
        return headings.entrySet().stream().anyMatch(each -> {
            SheetCell cell = row.cell(each.getKey());
            return each.getValue().field() != null && cell != null && !cell.blank();
        });
    }

    private @Nullable Object value(int row, int column, SheetField field, BigDecimal times, String text) {
        Object value =
                switch (field) {
                    case CLASS ->
                        text.matches("[A-Da-d]") ? PerformanceClass.valueOf(text.toUpperCase(Locale.ROOT)) : null;
                    case ABOVE_SCALE, POLLUTING, IN_PARK -> TRUTHS.get(text.toLowerCase(Locale.ROOT));
                    case INDUSTRY -> text.length() <= 60 ? text : null;
                    default -> number(text, times);
                };
        BigDecimal most = field.most();
        if (value == null || (most != null && ((BigDecimal) value).compareTo(most) > 0)) {
            fault(
                    row,
                    column,
                    new Bilingual(
                            field.heading().zh() + "“" + text + "”不可用；"
                                    + allowed(field).zh(),
                            field.heading().en() + " \"" + text + "\" is not allowed; give "
                                    + allowed(field).en()));
            return null;
        }
        return value;
    }

    static Bilingual allowed(SheetField field) {
        return switch (field) {
            case CLASS -> new Bilingual("请填 A、B、C 或 D", "A, B, C or D");
            case ABOVE_SCALE, POLLUTING, IN_PARK -> new Bilingual("请填是或否", "yes or no");
            case INDUSTRY -> new Bilingual("请填行业编号，最多 60 个字符", "the id of an industry, of at most 60 characters");
            default ->
                field.most() == null
                        ? new Bilingual(
                                "请填不小于 0 的数，小数最多 6 位", "a number not below 0, with at most 6 digits behind the point")
                        : new Bilingual("请填 0 至 " + field.most() + " 的百分数", "a percentage of 0 to " + field.most());
        };
    }

    private static @Nullable BigDecimal number(String text, BigDecimal times) {
        String plain = text.replace(",", "");
        return plain.matches(NUMBER) ? new BigDecimal(plain).multiply(times) : null;
    }

    private void fault(int row, int column, Bilingual words) {
        faults.add(new Fault(new CellAddress(row, column).toString(), words));
    }
}
