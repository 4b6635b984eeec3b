package io.greenpark.dashboards.access;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.greenpark.dashboards.fixture.BookedCases;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.dashboards.fixture.SampleDistrict;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The formulas of a report's workbook come to its figures in a spreadsheet program, which finds nothing wrong with the file. */
class ReportWorkbookIT {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Pattern SHEET = Pattern.compile("<sheet name=\"([^\"]+)\"");
    private static final Pattern COMPUTED =
            Pattern.compile("<c r=\"([A-Z]+)([0-9]+)\"[^>]*><f>([^<]+)</f><v>([^<]+)</v></c>");
    /** Spreadsheets compute with 15. */
    private static final MathContext DIGITS = new MathContext(13);

    @TempDir
    private Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"/enterprises/xinghua-brick", "/parks/xiaoshun", "/district"})
    void formulas_recompute_to_the_figures_of_the_report(String of) throws Exception {
        try (SampleConsole console =
                SampleConsole.over(dir.resolve("data"), SampleDistrict.registry(), (all, scope) -> BookedCases.in(all)
                        .within(scope))) {
            BookedCases.raise(console, "x-1", "LIMIT_EXCEEDED", "xinghua-brick.stack-1.nox", "xinghua-brick");
            Person leader = Person.with(console, "chen", Set.of(Grant.everywhere(Role.LEADER)));
            byte[] workbook = leader.file(of + "/report?period=2026-Q4", XLSX).body();
            Map<String, String> parts = parts(workbook);
            Path uncomputed = Files.write(dir.resolve("report.xlsx"), withoutResults(parts));
            assertThat(LibreOffice.compute(uncomputed, dir)).doesNotContainIgnoringCase("error", "warn");
            int compared = 0;
            int number = 1;
            Matcher sheets = SHEET.matcher(parts.get("xl/workbook.xml"));
            while (sheets.find()) {
                compared += compare(parts.get("xl/worksheets/sheet" + number + ".xml"), computed(sheets.group(1)));
                number++;
            }
            assertThat(compared).as("formulas").isGreaterThan(5);
        }
    }

    private List<CsvRecord> computed(String sheet) throws Exception {
        return CsvReader.builder()
                .ofCsvRecord(Files.readString(dir.resolve("report-" + sheet + ".csv"), StandardCharsets.UTF_8))
                .stream()
                .toList();
    }

    private static int compare(String sheet, List<CsvRecord> computed) {
        int compared = 0;
        Matcher cells = COMPUTED.matcher(sheet);
        while (cells.find()) {
            int column = cells.group(1).charAt(0) - 'A';
            String found = computed.get(Integer.parseInt(cells.group(2)) - 1).getField(column);
            assertThat(new BigDecimal(found).round(DIGITS))
                    .as(cells.group(1) + cells.group(2) + " = " + cells.group(3))
                    .isEqualByComparingTo(new BigDecimal(cells.group(4)).round(DIGITS));
            compared++;
        }
        return compared;
    }

    private static Map<String, String> parts(byte[] workbook) throws Exception {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    /** The same without what formulas came to, so that none of it can be taken over. */
    private static byte[] withoutResults(Map<String, String> parts) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().replaceAll("</f><v>[^<]+</v>", "</f>").getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
