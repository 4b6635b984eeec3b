package io.greenpark.sheets.intake;

import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.form.FormColumn;

/** Sentences about cells. */
final class IntakeMessages {
    private IntakeMessages() {}

    static Bilingual headings() {
        return new Bilingual("模板的表头，每列一个单元格", "the template's headings, one cell for each column");
    }

    static Bilingual unmergeHeader() {
        return new Bilingual(
                "表头是合并单元格；请取消合并，每列写自己的表头", "the header is merged; unmerge it and give each column its own");
    }

    static Bilingual oneCell() {
        return new Bilingual("每行每列一个单元格", "a cell for each row and column");
    }

    static Bilingual unmerge() {
        return new Bilingual("请取消合并，每行都填写", "unmerge the cells and fill in each row");
    }

    static Bilingual unknownHeading() {
        return new Bilingual(
                "没有这一列；请改成模板的表头、删去该列，或把表头改为“备注”（不读取）",
                "there is no such column; take the template's heading, delete the column, or name it Remarks, which is not read");
    }

    static Bilingual twiceHeading(String other) {
        return new Bilingual("与 " + other + " 是同一列；请只留一列", "is the same column as " + other + "; keep one of them");
    }

    static Bilingual unit(FormColumn column) {
        Bilingual unit = column.unit() == null ? Bilingual.same("") : column.unit();
        return new Bilingual("该列的单位是“" + unit.zh() + "”", "the column's unit is " + unit.en());
    }

    static Bilingual convert() {
        return new Bilingual(
                "表头的单位不是该列的单位；请把数据换算后改回模板的表头",
                "the heading has another unit; convert the figures and restore the template's heading");
    }

    static Bilingual noHeading() {
        return new Bilingual(
                "这一列没有表头，不会被读取；请补上表头或清空该列", "the column has no heading and would not be read; give it one or empty it");
    }

    static Bilingual missing(FormColumn column) {
        return new Bilingual(
                "必填；请填写“" + column.heading().zh() + "”",
                "is needed; fill in " + column.heading().en());
    }

    static Bilingual missingColumn(FormColumn column) {
        return new Bilingual(
                "新增的行需要“" + column.heading().zh() + "”列；请从模板补上",
                "new rows need the column " + column.heading().en() + "; add it as in the template");
    }

    static Bilingual once() {
        return new Bilingual("每项只有一行", "a row for each thing");
    }

    static Bilingual duplicate(int row) {
        return new Bilingual("与第 " + row + " 行重复；请删去其中一行", "is the same as row " + row + "; delete one of them");
    }

    static Bilingual sameAs(int row) {
        return new Bilingual("与第 " + row + " 行相同的内容", "what row " + row + " says");
    }

    static Bilingual differs(int row) {
        return new Bilingual(
                "同一编号的几行，这一列应当相同；请改成一致", "rows of one id say the same in this column; make it as in row " + row);
    }

    static Bilingual unknown() {
        return new Bilingual(
                "没有这个编号或名称；请核对，或先在本文件中登记它",
                "there is none of that id or name; look it up, or enter it in this file too");
    }

    static Bilingual ambiguous() {
        return new Bilingual("不止一个叫这个名称；请填写编号", "several have that name; write the id");
    }

    static Bilingual noForm() {
        return new Bilingual(
                "没有找到表头；请使用下载的模板，不要改动表头文字", "no header was found; use the template and leave its headings as they are");
    }

    static Bilingual registry(Bilingual words) {
        return new Bilingual("登记册的规则不允许：" + words.zh(), words.en());
    }
}
