package io.greenpark.reports.workbook;

import io.greenpark.reports.content.Column;
import java.util.ArrayList;
import java.util.List;

/** How cells of a workbook look: some fixed ways, and one for each number of digits after the point that is used. */
final class Styles {
    static final int TEXT = 0;
    static final int TITLE = 1;
    static final int HEADING = 2;
    static final int NOTE = 3;

    private static final int FIXED = 4;
    private static final int FIRST_OWN_FORMAT = 164;

    private final List<Look> looks = new ArrayList<>();

    private record Look(String format, boolean bold) {}

    /** The number of the style for figures of a column. */
    int of(Column column, boolean bold) {
        String format = column.kind() == Column.Kind.SHARE
                ? "0.0%"
                : "#,##0" + (column.places() == 0 ? "" : "." + "0".repeat(column.places()));
        Look look = new Look(format, bold);
        if (!looks.contains(look)) {
            looks.add(look);
        }
        return FIXED + looks.indexOf(look);
    }

    /** The part {@code xl/styles.xml}. */
    String xml() {
        StringBuilder formats = new StringBuilder();
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < looks.size(); i++) {
            int id = FIRST_OWN_FORMAT + i;
            formats.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>"
                    .formatted(id, looks.get(i).format()));
            cells.append(
                    "<xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>"
                            .formatted(id, looks.get(i).bold() ? 1 : 0));
        }
        return """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
                %s\
                <fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font>\
                <font><b/><sz val="14"/><name val="Calibri"/></font><font><sz val="9"/><color rgb="FF595959"/><name val="Calibri"/></font></fonts>\
                <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
                <fill><patternFill patternType="solid"><fgColor rgb="FFE2EFDA"/></patternFill></fill></fills>\
                <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
                <border><left/><right/><top/><bottom style="hair"><color rgb="FFBFBFBF"/></bottom><diagonal/></border></borders>\
                <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
                <cellXfs count="%d">\
                <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
                <xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
                <xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
                <xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
                %s</cellXfs>\
                <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>""".formatted(
                        looks.isEmpty() ? "" : "<numFmts count=\"" + looks.size() + "\">" + formats + "</numFmts>",
                        FIXED + looks.size(),
                        cells);
    }
}
