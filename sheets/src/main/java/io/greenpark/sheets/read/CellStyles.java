package io.greenpark.sheets.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Which styles of a workbook show a number as a date or time. */
final class CellStyles {
    /** What is literal in a format: quoted, escaped, colours and conditions; spans of time in square brackets stay. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^]]*]");

    private static final Pattern TIME = Pattern.compile("[yYmMdDhHsSeE年月日时分秒]");

    private final Set<Integer> timeFormats = new HashSet<>();
    private final List<Integer> formats = new ArrayList<>();

    void read(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        boolean ofCells = false;
        while (XlsxParts.nextElement(xml)) {
            switch (xml.getLocalName()) {
                case "numFmt" -> format(xml);
                case "cellXfs" -> ofCells = true;
                // They follow those of cells, and have the same elements in them.
                case "cellStyles", "dxfs" -> ofCells = false;
                case "xf" -> {
                    if (ofCells) {
                        String format = xml.getAttributeValue(null, "numFmtId");
                        formats.add(format == null ? 0 : Integer.parseInt(format));
                    }
                }
                default -> {
                    // Fonts and colours say nothing of what a number is.
                }
            }
        }
    }

    private void format(XMLStreamReader xml) {
        String id = xml.getAttributeValue(null, "numFmtId");
        String code = xml.getAttributeValue(null, "formatCode");
        if (id != null && code != null && isTimeFormat(code)) {
            timeFormats.add(Integer.parseInt(id));
        }
    }

    static boolean isTimeFormat(String code) {
        String first = LITERAL.matcher(code).replaceAll("").split(";", -1)[0];
        return TIME.matcher(first.replaceAll("(?i)general|[0#?.][eE][+-]", "")).find();
    }

    /** Whether a style shows a date or time; ids below 164 are the same everywhere, those of China among them. */
    boolean isTime(@Nullable String style) {
        if (style == null) {
            return false;
        }
        int at = Integer.parseInt(style);
        int format = at >= 0 && at < formats.size() ? formats.get(at) : 0;
        return timeFormats.contains(format)
                || format >= 14 && format <= 22
                || format >= 27 && format <= 36
                || format >= 45 && format <= 47
                || format >= 50 && format <= 58;
    }
}
