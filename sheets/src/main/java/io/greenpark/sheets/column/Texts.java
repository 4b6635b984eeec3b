package io.greenpark.sheets.column;

import com.fasterxml.jackson.databind.node.IntNode;
import io.greenpark.park.registry.EnterpriseFile;
import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.cell.SheetCell;
import io.greenpark.sheets.cell.SheetCell.Kind;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Columns of texts, ids and whole numbers. */
public final class Texts {
    private static final int LONGEST = 2_000;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern ANY_ID = Pattern.compile("[a-z0-9][a-z0-9.:_-]{0,499}");

    private static final Bilingual TYPE_IT = new Bilingual(
            "请按允许的写法填写；编号可能被表格软件改成了数字，请先把该列设为“文本”",
            "write it as is allowed; a spreadsheet may have made a number of an id: set the column to text first");

    private Texts() {}

    private record Checked(Bilingual allowed, Predicate<String> accepted, Bilingual toDo) implements ColumnType {
        @Override
        public CellValue read(SheetCell cell) {
            return cell.kind() != Kind.ERROR && accepted.test(cell.text())
                    ? CellValue.of(cell.text())
                    : new CellValue.Fault(allowed, toDo);
        }
    }

    /** Any text. */
    public static ColumnType text() {
        return new Checked(
                new Bilingual("不超过 " + LONGEST + " 个字符的文本", "a text of at most " + LONGEST + " characters"),
                text -> text.length() <= LONGEST && text.indexOf('\0') < 0,
                new Bilingual("请改短，或改正公式的错误", "shorten it, or correct the formula"));
    }

    /** The id of a thing that may be new. */
    public static ColumnType id() {
        return new Checked(
                new Bilingual(
                        "1 至 64 个小写字母、数字和连字符，以字母或数字开头，如 boiler-works",
                        "1 to 64 small letters, digits and dashes, the first one no dash, e.g. boiler-works"),
                ID.asMatchPredicate().or(ANY_ID.asMatchPredicate()),
                TYPE_IT);
    }

    /** A customer number with a utility. */
    public static ColumnType accountNumber() {
        return new Checked(
                new Bilingual("1 至 40 位字母、数字、连字符", "1 to 40 letters, digits and dashes"),
                text -> text.matches("[A-Za-z0-9-]{1,40}"),
                TYPE_IT);
    }

    /** A unified social credit code. */
    public static ColumnType creditCode() {
        return new Checked(
                new Bilingual(
                        "18 位统一社会信用代码，校验位须正确（GB 32100-2015）",
                        "a unified social credit code of 18 characters with a right check character (GB 32100-2015)"),
                EnterpriseFile::isCreditCode,
                new Bilingual(
                        "请与营业执照核对；字母 I、O、S、V、Z 不会出现",
                        "compare it with the business licence; the letters I, O, S, V and Z do not occur"));
    }

    /** A whole number of a range. */
    public static ColumnType whole(int min, int max) {
        return new Whole(min, max);
    }

    private record Whole(int min, int max) implements ColumnType {
        @Override
        public CellValue read(SheetCell cell) {
            if (cell.text().matches("-?[0-9]{1,9}")) {
                int n = Integer.parseInt(cell.text());
                if (n >= min && n <= max) {
                    return new CellValue.Value(IntNode.valueOf(n));
                }
            }
            return new CellValue.Fault(allowed(), new Bilingual("请填写整数", "write a whole number"));
        }

        @Override
        public Bilingual allowed() {
            return new Bilingual(min + " 至 " + max + " 的整数", "a whole number " + min + ".." + max);
        }

        @Override
        public boolean numeric() {
            return true;
        }
    }
}
