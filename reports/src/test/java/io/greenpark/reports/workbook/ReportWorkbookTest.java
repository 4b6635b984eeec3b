package io.greenpark.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.reports.SampleReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** A workbook has all digits, formulas where all that they need is there, and nothing that a spreadsheet would compute unasked. */
class ReportWorkbookTest {
    private final byte[] workbook = ReportWorkbook.of(SampleReport.report(), Locale.ENGLISH);

    private static Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void a_formula_stands_beside_what_it_comes_to() throws Exception {
        assertThat(parts(workbook).get("xl/worksheets/sheet2.xml"))
                .contains("<f>B3*C3</f><v>151728.3938039</v>")
                .contains("<f>SUM(D3:D4)</f><v>151728.3938039</v>")
                .contains("<v>1234567.891</v>");
    }

    @Test
    void what_lacks_a_figure_is_not_computed_of_it() throws Exception {
        assertThat(parts(workbook).get("xl/worksheets/sheet2.xml"))
                .doesNotContain("B4*C4")
                .contains(SheetXml.escaped(SampleReport.MISSING.text().en()));
    }

    @Test
    void shares_are_cut_and_texts_that_look_like_formulas_are_texts() throws Exception {
        assertThat(parts(workbook).get("xl/worksheets/sheet2.xml"))
                .contains("<v>0.999</v>")
                .doesNotContain("<f>=1+1", "<f>1+1")
                .contains("What &lt;A&amp;B&gt;");
    }

    @Test
    void every_part_is_xml_and_names_of_sheets_are_allowed() throws Exception {
        Map<String, String> parts = parts(workbook);
        for (String part : parts.values()) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(parts.get("xl/workbook.xml")).contains("<sheet name=\"1 Energy  use\"");
    }

    @Test
    void the_same_report_is_the_same_bytes() {
        assertThat(ReportWorkbook.of(SampleReport.report(), Locale.ENGLISH)).isEqualTo(workbook);
        assertThat(ReportWorkbook.of(SampleReport.report(), Locale.CHINESE)).isNotEqualTo(workbook);
    }

    @Test
    void columns_beyond_the_alphabet_have_two_letters() {
        assertThat(SheetXml.address(0, 1)).isEqualTo("A1");
        assertThat(SheetXml.address(25, 2)).isEqualTo("Z2");
        assertThat(SheetXml.address(26, 3)).isEqualTo("AA3");
        assertThat(SheetXml.address(701, 4)).isEqualTo("ZZ4");
    }
}
