package io.greenpark.sheets.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks as other programs write them, part by part. */
final class Workbooks {
    private static final String SPREADSHEET = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private Workbooks() {}

    /** A workbook with one sheet of rows in XML. */
    static byte[] of(String rows) {
        return zip(parts("", rows, ""));
    }

    static Map<String, String> parts(String properties, String rows, String behind) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet " + SPREADSHEET + "><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>");
        parts.put(
                "xl/workbook.xml",
                "<workbook " + SPREADSHEET + ">" + properties
                        + "<sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst " + SPREADSHEET + "><si><t>企业</t></si><si><r><t>恒达</t></r><r><t>五金</t></r>"
                        + "<rPh><t>hengda</t></rPh></si></sst>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet " + SPREADSHEET + "><numFmts><numFmt numFmtId=\"165\""
                        + " formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/><numFmt numFmtId=\"166\" formatCode=\"0.00&quot;d&quot;\"/>"
                        + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
                        + "<xf numFmtId=\"14\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs></styleSheet>");
        return parts;
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
