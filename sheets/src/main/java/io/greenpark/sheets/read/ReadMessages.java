package io.greenpark.sheets.read;

import io.greenpark.park.text.Bilingual;

/** Why a file is not taken, and what to do. */
final class ReadMessages {
    private static final String MEGABYTES = Bounds.MOST_BYTES / 1024 / 1024 + " MB";

    private ReadMessages() {}

    static Bilingual tooLarge() {
        return new Bilingual("文件超过 " + MEGABYTES + "；请拆成几个文件", "the file is larger than " + MEGABYTES + "; split it");
    }

    static Bilingual empty() {
        return new Bilingual("文件是空的；请选择填好的表格", "the file is empty; choose the sheet that was filled in");
    }

    static Bilingual unpacksTooLarge() {
        return new Bilingual(
                "文件解压后过大，不予读取；请只保留需要导入的工作表，另存为新的 XLSX",
                "the file unpacks to too much and is not read; keep only the sheets to be imported and save them as a new XLSX");
    }

    static Bilingual tooManyRows(String sheet) {
        return new Bilingual(
                "工作表“" + sheet + "”超过 " + Bounds.MOST_ROWS + " 行；请拆成几个文件",
                "sheet \"" + sheet + "\" has more than " + Bounds.MOST_ROWS + " rows; split it");
    }

    static Bilingual tooManyColumns(String sheet, String address) {
        return new Bilingual(
                "工作表“" + sheet + "”的 " + address + " 在第 " + Bounds.MOST_COLUMNS + " 列之后；请删去多余的列",
                "sheet \"" + sheet + "\" has something in " + address + ", beyond column " + Bounds.MOST_COLUMNS
                        + "; delete what is not needed");
    }

    static Bilingual tooManyCells() {
        return new Bilingual(
                "文件有内容的单元格超过 " + Bounds.MOST_CELLS + " 个；请拆成几个文件",
                "the file has more than " + Bounds.MOST_CELLS + " cells with something in them; split it");
    }

    static Bilingual brokenWorkbook() {
        return new Bilingual(
                "XLSX 文件已损坏或不完整；请在表格软件中打开后另存为 XLSX 再上传",
                "the XLSX file is damaged or incomplete; open it in a spreadsheet program, save it as XLSX and send that");
    }

    static Bilingual oldWorkbook() {
        return new Bilingual(
                "这是旧格式（XLS）或加密的工作簿；请去掉密码，另存为 XLSX 再上传",
                "this is a workbook of the old format (XLS) or one with a password; save it as XLSX without a password");
    }

    static Bilingual otherFile() {
        return new Bilingual(
                "文件既不是 XLSX，也不是 UTF-8 或 GB18030 的 CSV；请另存为其中一种",
                "the file is neither XLSX nor CSV in UTF-8 or GB18030; save it as one of these");
    }
}
