package io.greenpark.sheets.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.sheets.cell.CellAddress;
import io.greenpark.sheets.cell.Sheet;
import io.greenpark.sheets.cell.SheetCell;
import io.greenpark.sheets.cell.SheetCell.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFilesTest {
    private static Sheet sheet(byte[] file) {
        ReadResult result = SheetFiles.read(file);
        assertThat(result).isInstanceOf(ReadResult.Done.class);
        return ((ReadResult.Done) result).book().sheets().get(0);
    }

    private static String refusal(byte[] file) {
        ReadResult result = SheetFiles.read(file);
        assertThat(result).isInstanceOf(ReadResult.Refused.class);
        return ((ReadResult.Refused) result).why().en();
    }

    private static String text(Sheet sheet, String address) {
        CellAddress at = CellAddress.of(address);
        SheetCell cell = sheet.cell(at.row(), at.column());
        return cell == null ? "" : cell.text();
    }

    @Test
    void cells_are_read_as_people_see_them() {
        Sheet sheet = sheet(Workbooks.of("""
                <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>
                <c r="D2" t="inlineStr"><is><t> 直接 </t></is></c><c r="E2" t="str"><f>A2</f><v>企业</v></c></row>
                <row r="4"><c r="A4"><v>0.28999999999999998</v></c><c r="B4"><v>1.65E6</v></c><c r="C4" s="1"><v>46023</v></c>
                <c r="D4" s="2"><v>46023.333333333336</v></c><c r="E4" t="b"><v>1</v></c><c r="F4" t="e"><v>#N/A</v></c>
                <c r="G4" s="3"><v>12.5</v></c><c r="H4" s="1"/></row>"""));
        assertThat(sheet.name()).isEqualTo("台账");
        assertThat(sheet.rows().keySet()).containsExactly(1, 3);
        assertThat(text(sheet, "A2")).isEqualTo("企业");
        assertThat(text(sheet, "B2")).isEqualTo("恒达五金");
        assertThat(text(sheet, "D2")).isEqualTo("直接");
        assertThat(text(sheet, "E2")).isEqualTo("企业");
        assertThat(text(sheet, "A4")).isEqualTo("0.29");
        assertThat(text(sheet, "B4")).isEqualTo("1650000");
        assertThat(sheet.cell(3, 2)).isEqualTo(new SheetCell(Kind.TIME, "2026-01-01"));
        assertThat(sheet.cell(3, 3)).isEqualTo(new SheetCell(Kind.TIME, "2026-01-01T08:00"));
        assertThat(sheet.cell(3, 4)).isEqualTo(new SheetCell(Kind.TRUTH, "true"));
        assertThat(sheet.cell(3, 5)).isEqualTo(new SheetCell(Kind.ERROR, "#N/A"));
        assertThat(sheet.cell(3, 6)).isEqualTo(new SheetCell(Kind.NUMBER, "12.5"));
        assertThat(sheet.cell(3, 7)).isNull();
    }

    @Test
    void a_workbook_may_count_its_days_from_1904() {
        Map<String, String> parts = Workbooks.parts(
                "<workbookPr date1904=\"1\"/>", "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44561</v></c></row>", "");
        assertThat(text(sheet(Workbooks.zip(parts)), "A1")).isEqualTo("2026-01-01");
    }

    @Test
    void merged_cells_are_known() {
        Sheet sheet = sheet(Workbooks.zip(Workbooks.parts(
                "",
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
                "<mergeCells><mergeCell ref=\"A1:C2\"/></mergeCells>")));
        assertThat(sheet.mergedAt(1, 2)).hasValueSatisfying(m -> assertThat(m).hasToString("A1:C2"));
        assertThat(sheet.mergedAt(2, 2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-mm-dd, true",
        "General, false",
        "0.00E+00, false",
        "'[Red]0.00', false",
        "[h]:mm, true",
        "'#,##0.00', false",
        "'0.0\"m3\"', false",
        "yyyy\"年\"m\"月\", true"
    })
    void formats_of_times_are_told_from_others(String code, boolean time) {
        assertThat(CellStyles.isTimeFormat(code)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void csv_is_read_in_both_encodings_of_the_country(String charset) {
        byte[] file = "企业,产值\r\n\"恒达,五金\",12.50\r\n\r\n锅炉厂,3\r\n".getBytes(Charset.forName(charset));
        Sheet sheet = sheet(file);
        assertThat(text(sheet, "A1")).isEqualTo("企业");
        assertThat(text(sheet, "A2")).isEqualTo("恒达,五金");
        assertThat(text(sheet, "B2")).isEqualTo("12.50");
        assertThat(text(sheet, "A4")).isEqualTo("锅炉厂");
    }

    @Test
    void the_mark_of_utf_8_and_tabs_are_taken() {
        assertThat(text(sheet("\uFEFF企业\t产值\n恒达\t1\n".getBytes(StandardCharsets.UTF_8)), "B2"))
                .isEqualTo("1");
    }

    @Test
    void what_unpacks_to_too_much_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook>".getBytes(StandardCharsets.UTF_8));
            byte[] much = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 600; i++) {
                zip.write(much);
            }
        }
        assertThat(bytes.size()).isLessThan(Bounds.MOST_BYTES);
        assertThat(refusal(bytes.toByteArray())).contains("unpacks to too much");
    }

    @Test
    void what_the_writer_of_our_own_files_writes_is_read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Greenpark", null)) {
            Worksheet sheet = workbook.newWorksheet("点位");
            sheet.value(0, 0, "编号");
            sheet.value(1, 0, new BigDecimal("40.5"));
            sheet.range(2, 0, 3, 1).merge();
            Worksheet hidden = workbook.newWorksheet("lists");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
        }
        Sheet sheet = sheet(bytes.toByteArray());
        assertThat(sheet.name()).isEqualTo("点位");
        assertThat(text(sheet, "A1")).isEqualTo("编号");
        assertThat(text(sheet, "A2")).isEqualTo("40.5");
        assertThat(sheet.merged()).hasToString("[A3:B4]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-999999999", "1e999999999", "9999999999999999999", "x", "-"})
    void numbers_that_would_fill_the_memory_are_none(String number) {
        for (String style : new String[] {"0", "1"}) {
            ReadResult result = SheetFiles.read(
                    Workbooks.of("<row r=\"1\"><c r=\"A1\" s=\"" + style + "\"><v>" + number + "</v></c></row>"));
            assertThat(result).isNotNull();
        }
    }

    /** Turned bytes, of the packed file and of what is in it, are read or refused, and nothing else. */
    @Test
    void no_file_fails_otherwise_than_by_being_refused() {
        Random random = new Random(37);
        String rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>46023.5</v></c></row>";
        Map<String, String> parts = Workbooks.parts("", rows, "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>");
        byte[] whole = Workbooks.zip(parts);
        for (int i = 0; i < 3_000; i++) {
            byte[] turned = whole.clone();
            turned[random.nextInt(turned.length)] ^= (byte) (1 + random.nextInt(255));
            assertThat(SheetFiles.read(turned)).isNotNull();
            Map<String, String> other = new LinkedHashMap<>(parts);
            String part = List.copyOf(parts.keySet()).get(random.nextInt(parts.size()));
            StringBuilder text = new StringBuilder(parts.get(part));
            text.setCharAt(random.nextInt(text.length()), "<>&\"9A-:;".charAt(random.nextInt(9)));
            other.put(part, text.toString());
            assertThat(SheetFiles.read(Workbooks.zip(other))).isNotNull();
        }
    }

    /** As of whoever shows one table to a checking program and another one to us. */
    @Test
    void two_parts_of_one_name_are_refused() {
        Map<String, String> parts = Workbooks.parts("", "", "");
        parts.put("xl/worksheets/sheet9.xml", "<worksheet/>");
        String twice =
                new String(Workbooks.zip(parts), StandardCharsets.ISO_8859_1).replace("sheet9.xml", "sheet1.xml");
        assertThat(refusal(twice.getBytes(StandardCharsets.ISO_8859_1))).contains("damaged");
    }

    @Test
    void no_entity_is_taken() {
        Map<String, String> parts = Workbooks.parts("", "", "");
        parts.put(
                "xl/sharedStrings.xml",
                "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><sst><si><t>&x;</t></si></sst>");
        assertThat(refusal(Workbooks.zip(parts))).contains("damaged");
    }

    @Test
    void files_that_are_none_are_refused_with_what_to_do() {
        byte[] whole = Workbooks.of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>");
        assertThat(refusal(whole)).contains("damaged");
        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2))).contains("damaged");
        assertThat(refusal(new byte[0])).contains("empty");
        assertThat(refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
                .contains("password");
        assertThat(refusal(new byte[] {(byte) 0xFF, (byte) 0xFF, 0})).contains("neither");
        assertThat(refusal(new byte[Bounds.MOST_BYTES + 1])).contains("20 MB");
        assertThat(refusal(Workbooks.of("<row r=\"200001\"><c r=\"A200001\"><v>1</v></c></row>")))
                .contains("200000 rows");
        assertThat(refusal(Workbooks.of("<row r=\"1\"><c r=\"ZZ1\"><v>1</v></c></row>")))
                .contains("ZZ1");
    }
}
