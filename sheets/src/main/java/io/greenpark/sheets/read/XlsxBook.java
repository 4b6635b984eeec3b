package io.greenpark.sheets.read;

import io.greenpark.sheets.cell.Book;
import io.greenpark.sheets.cell.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a workbook (ECMA-376) by the XML reader of Java: what it holds together first, since it may lie behind the sheets, then the
 * sheets. Formulas are what they came to when they were last computed.
 */
final class XlsxBook {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final String STYLES = "xl/styles.xml";

    private final XlsxParts parts;
    private final List<Tab> tabs = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private final SharedTexts texts = new SharedTexts();
    private final CellStyles styles = new CellStyles();
    private boolean since1904;

    XlsxBook(byte[] file) throws RefusedFile {
        parts = new XlsxParts(file);
    }

    private record Tab(String name, String relation) {}

    Book read() throws RefusedFile {
        parts.read(WORKBOOK, this::workbook);
        parts.read(RELATIONS, this::relations);
        parts.read(TEXTS, texts::read);
        parts.read(STYLES, styles::read);
        if (tabs.isEmpty()) {
            throw new RefusedFile(ReadMessages.brokenWorkbook());
        }
        List<Sheet> sheets = new ArrayList<>();
        CellCount count = new CellCount();
        for (Tab tab : tabs) {
            XlsxSheet sheet = new XlsxSheet(tab.name(), texts, styles, since1904, count);
            parts.read(targets.getOrDefault(tab.relation(), ""), xml -> sheets.add(sheet.read(xml)));
        }
        return new Book(sheets);
    }

    private void workbook(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        while (XlsxParts.nextElement(xml)) {
            if (xml.getLocalName().equals("workbookPr")) {
                String since = xml.getAttributeValue(null, "date1904");
                since1904 = "1".equals(since) || "true".equals(since);
            } else if (xml.getLocalName().equals("sheet") && shown(xml)) {
                tabs.add(new Tab(attribute(xml, "name"), relation(xml)));
            }
        }
    }

    private static boolean shown(XMLStreamReader xml) {
        String state = xml.getAttributeValue(null, "state");
        return state == null || state.equals("visible");
    }

    /** Its name space has two names, of the transitional and of the strict form. */
    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id") && xml.getAttributeNamespace(i) != null) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private void relations(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        while (XlsxParts.nextElement(xml)) {
            if (xml.getLocalName().equals("Relationship")) {
                String target = attribute(xml, "Target");
                targets.put(attribute(xml, "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
