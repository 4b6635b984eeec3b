package io.greenpark.sheets.mapping;

import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.layout.Role;
import io.greenpark.sheets.mapping.SheetMapping.ColumnUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a mapping has to say before figures can be read by it. */
public final class MappingRules {
    private static final int LONGEST = 200;
    private static final int MOST_COLUMNS = 200;

    private MappingRules() {}

    /**
     * A fault.
     *
     * @param field of the mapping; of a column {@code columns/3/unit}
     */
    public record Fault(String field, Bilingual why) {}

    /** What is wrong with it. */
    public static List<Fault> faults(SheetMapping mapping) {
        List<Fault> faults = new ArrayList<>();
        text("name", mapping.name(), faults);
        text("source", mapping.source(), faults);
        List<ColumnUse> columns = mapping.columns();
        if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
            faults.add(new Fault(
                    "columns",
                    new Bilingual("需要 1 至 " + MOST_COLUMNS + " 列", "1 to " + MOST_COLUMNS + " columns are needed")));
        }
        if (columns.stream().noneMatch(c -> c.role().identifies())) {
            faults.add(
                    new Fault(
                            "columns",
                            new Bilingual(
                                    "没有一列说明是哪家企业；请指定企业名称、信用代码、户号或企业编号列",
                                    "no column says which enterprise; choose the one with names, credit codes, customer numbers or ids")));
        }
        if (!mapping.has(Role.AMOUNT)) {
            faults.add(new Fault(
                    "columns", new Bilingual("没有一列是数值；请指定数值列", "no column has figures; choose which ones do")));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            column(i, columns.get(i), mapping, seen, faults);
        }
        return faults;
    }

    private static void column(int i, ColumnUse column, SheetMapping mapping, Set<String> seen, List<Fault> faults) {
        String field = "columns/" + i + "/";
        if (!seen.add(column.heading())) {
            faults.add(new Fault(
                    field + "heading",
                    new Bilingual("“" + column.heading() + "”出现两次", "\"" + column.heading() + "\" stands twice")));
        }
        if (column.role() != Role.AMOUNT && column.role() != Role.TOTAL) {
            return;
        }
        if (column.figure() == null) {
            faults.add(new Fault(
                    field + "figure",
                    new Bilingual(
                            "“" + column.heading() + "”是什么指标？请选择",
                            "which figure is \"" + column.heading() + "\"? Choose one")));
        } else if (column.unit() == null
                ? !mapping.has(Role.UNIT)
                : column.unit().family() != column.figure().family()) {
            faults.add(new Fault(
                    field + "unit",
                    new Bilingual(
                            "“" + column.heading() + "”的单位是什么？请选择与指标相符的单位",
                            "which unit is \"" + column.heading() + "\" in? Choose one that fits the figure")));
        }
    }

    private static void text(String field, String text, List<Fault> faults) {
        if (text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            faults.add(new Fault(
                    field, new Bilingual("请填写 1 至 " + LONGEST + " 个字符", "write 1 to " + LONGEST + " characters")));
        }
    }
}
