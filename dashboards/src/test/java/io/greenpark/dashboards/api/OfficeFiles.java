package io.greenpark.dashboards.api;

import io.greenpark.sheets.cell.CellAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Files as a bureau and a grid company have them: 300 enterprises over three years, a sheet a year with months across, subtotals and a total; and a
 * month's electricity by customer number, of which some enterprises have several and some several enterprises share.
 */
final class OfficeFiles {
    static final int ENTERPRISES = 300;
    static final int FIRST_YEAR = 2023;
    static final int YEARS = 3;
    private static final int MONTHS = 12;
    private static final int GROUP = 50;

    /** What is written over what would stand in a cell, {@code sheet!C5}. */
    private final Map<String, Object> spoilt = new HashMap<>();

    private final List<String> merged = new ArrayList<>();

    OfficeFiles spoil(String place, Object value) {
        spoilt.put(place, value);
        return this;
    }

    OfficeFiles merge(String range) {
        merged.add(range);
        return this;
    }

    static String name(int e) {
        return "园区制造" + e + "有限公司";
    }

    /** In 万元. */
    static BigDecimal valueAdded(int e, YearMonth month) {
        return BigDecimal.valueOf(10_000L + 37L * e + 11L * month.getMonthValue() + month.getYear() % 100, 2);
    }

    private final class Page {
        private final String name;
        private final Worksheet sheet;

        Page(Workbook workbook, String name) {
            this.name = name;
            this.sheet = workbook.newWorksheet(name);
        }

        void put(int row, int column, Object value) {
            Object said = spoilt.getOrDefault(name + "!" + new CellAddress(row, column), value);
            if (said instanceof BigDecimal number) {
                sheet.value(row, column, number);
            } else if (said instanceof Number number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, String.valueOf(said));
            }
        }

        void merge(String range) {
            CellAddress first = CellAddress.of(range.substring(0, range.indexOf(':')));
            CellAddress last = CellAddress.of(range.substring(range.indexOf(':') + 1));
            sheet.range(first.row(), first.column(), last.row(), last.column()).merge();
        }
    }

    private byte[] workbook(Consumer<Workbook> fill) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Office", "1.0")) {
            fill.accept(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A sheet a year. */
    byte[] valueAdded() {
        return workbook(workbook -> {
            for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
                year(new Page(workbook, year + "年"), year);
            }
        });
    }

    private void year(Page page, int year) {
        page.put(0, 0, "规模以上工业企业工业增加值");
        page.merge("A1:O1");
        page.put(1, 14, "单位：万元");
        page.put(2, 0, "序号");
        page.put(2, 1, "企业名称");
        page.put(2, 2, year + "年");
        page.merge("C3:N3");
        page.put(2, 14, "全年合计");
        page.merge("A3:A4");
        page.merge("B3:B4");
        page.merge("O3:O4");
        for (int m = 1; m <= MONTHS; m++) {
            page.put(3, 1 + m, m + "月");
        }
        int row = 4;
        BigDecimal[] group = zeros();
        BigDecimal[] all = zeros();
        for (int e = 0; e < ENTERPRISES; e++) {
            page.put(row, 0, e + 1);
            page.put(row, 1, e % 7 == 0 ? name(e).replace("有限公司", "　有限公司") : name(e));
            BigDecimal sum = BigDecimal.ZERO;
            for (int m = 1; m <= MONTHS; m++) {
                BigDecimal value = valueAdded(e, YearMonth.of(year, m));
                page.put(row, 1 + m, e % 5 == 0 ? grouped(value) : value);
                group[m] = group[m].add(value);
                all[m] = all[m].add(value);
                sum = sum.add(value);
            }
            page.put(row, 14, sum);
            row++;
            if (e % GROUP == GROUP - 1) {
                sums(page, row++, "小计", group);
                group = zeros();
            }
        }
        sums(page, row, "合　　计", all);
        merged.stream()
                .filter(m -> m.startsWith(year + "年!"))
                .forEach(m -> page.merge(m.substring(m.indexOf('!') + 1)));
    }

    private static BigDecimal[] zeros() {
        BigDecimal[] zeros = new BigDecimal[MONTHS + 1];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    private static void sums(Page page, int row, String label, BigDecimal[] sums) {
        page.put(row, 1, label);
        BigDecimal year = BigDecimal.ZERO;
        for (int m = 1; m <= MONTHS; m++) {
            page.put(row, 1 + m, sums[m]);
            year = year.add(sums[m]);
        }
        page.put(row, 14, year);
    }

    /** As a text with a comma behind thousands, in full width. */
    private static String grouped(BigDecimal value) {
        String plain = value.toPlainString();
        int point = plain.indexOf('.');
        String whole = plain.substring(0, point);
        String commas = whole.length() > 3
                ? whole.substring(0, whole.length() - 3) + "," + whole.substring(whole.length() - 3)
                : whole;
        StringBuilder wide = new StringBuilder();
        (commas + plain.substring(point))
                .chars()
                .forEach(c -> wide.append(c >= '0' && c <= '9' ? (char) (c - '0' + '０') : (char) c));
        return wide.toString();
    }

    /** The customer numbers of the grid company with their use in 万kWh: two of each enterprise, one of each ten that share. */
    static Map<String, BigDecimal> billed(YearMonth month) {
        Map<String, BigDecimal> billed = new TreeMap<>();
        for (int e = 0; e < ENTERPRISES; e++) {
            billed.put(account(e, 1), BigDecimal.valueOf(1_000L + 13L * e + month.getMonthValue(), 4));
            billed.put(account(e, 2), BigDecimal.valueOf(200L + e, 3));
            if (e % 10 == 0) {
                billed.put(shared(e), BigDecimal.valueOf(5_000L + e, 2));
            }
        }
        return billed;
    }

    static String account(int e, int n) {
        return String.format("33%07d%d", e, n);
    }

    static String shared(int e) {
        return String.format("77%07d0", e / 10 * 10);
    }

    /** The grid company's file of a month. */
    byte[] grid(YearMonth month) {
        return workbook(workbook -> {
            Page page = new Page(workbook, "Sheet1");
            page.put(0, 0, "国网供电公司 " + month.getYear() + "年" + month.getMonthValue() + "月 园区用户电量明细");
            page.merge("A1:E1");
            List<String> header = List.of("户号", "户名", "用电类别", "售电量（万千瓦时）", "电费（元）");
            for (int c = 0; c < header.size(); c++) {
                page.put(1, c, header.get(c));
            }
            int row = 2;
            BigDecimal sum = BigDecimal.ZERO;
            for (Map.Entry<String, BigDecimal> one : billed(month).entrySet()) {
                page.put(row, 0, one.getKey());
                page.put(row, 1, "用户" + one.getKey());
                page.put(row, 2, "大工业");
                page.put(row, 3, one.getValue());
                page.put(row, 4, 100);
                sum = sum.add(one.getValue());
                row++;
            }
            page.put(row, 0, "合计");
            page.put(row, 3, sum);
        });
    }
}
