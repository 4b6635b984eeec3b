package io.greenpark.sheets.write;

import io.greenpark.sheets.form.FormColumn;
import io.greenpark.sheets.form.SheetForm;
import io.greenpark.sheets.form.SheetKind;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** The sheet that says how the others are filled in. */
public final class NotesSheet {
    /** The name on its tab; a sheet of that name is not read. */
    public static final String TAB = "说明 Notes";

    private static final int WIDE = 70;
    private static final int NARROW = 24;

    private static final List<String[]> RULES = List.of(
            new String[] {
                "每行一项；表头以上的行和备注列不读取。列可以移动或删去，表头文字不要改。",
                "A row for each thing; rows above the header and columns named 备注 or Remarks are not read. Columns may be moved or left"
                        + " out; leave the words of the header as they are."
            },
            new String[] {
                "表中没有的行保持不变，不会被删除；没有的列保持不变；留空的单元格表示清空该项。",
                "What has no row stays, nothing is removed; what has no column stays; an empty cell takes the value away."
            },
            new String[] {
                "不要合并单元格。数字只填数字，不写单位。*** 表示不予显示的内容，原样保留即不变。",
                "Do not merge cells. Numbers without units. *** stands for what is not shown, and keeps it."
            },
            new String[] {
                "上传后先预览，逐个单元格说明问题；确认前不改变任何内容。",
                "After the upload a preview tells by cell what is wrong; nothing changes before it is accepted."
            });

    private NotesSheet() {}

    static void write(Worksheet sheet, SheetKind kind, List<SheetForm> forms) {
        int row = 0;
        sheet.value(row, 0, kind.title().zh());
        sheet.value(row, 1, kind.title().en());
        sheet.style(row++, 0).bold().set();
        for (String[] rule : RULES) {
            sheet.value(row, 0, rule[0]);
            sheet.value(row, 1, rule[1]);
            sheet.style(row, 0).wrapText(true).set();
            sheet.style(row++, 1).wrapText(true).set();
        }
        for (SheetForm form : forms) {
            row++;
            sheet.value(row, 0, form.tab());
            sheet.style(row++, 0).bold().set();
            for (FormColumn column : form.columns()) {
                sheet.value(row, 0, column.advice().zh());
                sheet.value(row, 1, column.advice().en());
                sheet.value(row, 2, column.shown());
                sheet.style(row, 0).wrapText(true).set();
                sheet.style(row, 1).wrapText(true).set();
                sheet.style(row++, 2).wrapText(true).set();
            }
        }
        sheet.width(0, WIDE);
        sheet.width(1, WIDE);
        sheet.width(2, NARROW);
    }
}
