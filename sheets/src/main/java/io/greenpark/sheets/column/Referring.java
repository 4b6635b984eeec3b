package io.greenpark.sheets.column;

import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.cell.SheetCell;
import io.greenpark.sheets.cell.SheetCell.Kind;

/**
 * A column of ids of other documents. Whether there is one is looked up where documents are known.
 *
 * @param kind what it is the id of
 * @param noun what that is called
 */
public record Referring(DocumentKind kind, Bilingual noun) implements ColumnType {
    @Override
    public CellValue read(SheetCell cell) {
        return cell.kind() == Kind.ERROR
                ? new CellValue.Fault(allowed(), new Bilingual("请改正公式的错误", "correct the formula"))
                : CellValue.of(cell.text());
    }

    @Override
    public Bilingual allowed() {
        return new Bilingual(
                "登记册中或本文件中的" + noun.zh() + "编号或名称",
                "the id or name of a " + noun.en() + " that is in the registry or in this file");
    }
}
