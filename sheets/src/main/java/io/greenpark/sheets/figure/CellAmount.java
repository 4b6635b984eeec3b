package io.greenpark.sheets.figure;

import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.cell.SheetCell;
import io.greenpark.sheets.cell.SheetCell.Kind;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number as people write it in a cell. */
public sealed interface CellAmount {
    /** It is there. */
    record Number(BigDecimal value) implements CellAmount {}

    /** There is none: the cell is empty, or has what people write for nothing known. It is not 0. */
    record Missing() implements CellAmount {}

    /** The cell says something else. */
    record Refused(Bilingual allowed, Bilingual toDo) implements CellAmount {}

    /** What stands for a missing number. */
    Set<String> NOTHING = Set.of("", "-", "--", "---", "/", "\\", "空", "…", "n/a", "na");

    int LONGEST = 40;
    Pattern PLAIN = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?");
    Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?");

    /** Reads a cell; null is an empty one. */
    static CellAmount of(@Nullable SheetCell cell) {
        if (cell == null || cell.blank()) {
            return new Missing();
        }
        if (cell.kind() == Kind.NUMBER) {
            return new Number(new BigDecimal(cell.text()));
        }
        if (cell.kind() == Kind.TEXT) {
            String plain = Plain.of(cell.text());
            if (NOTHING.contains(plain)) {
                return new Missing();
            }
            // Spaces between digits may stand for anything, so only those around count as none.
            String text = Normalizer.normalize(cell.text(), Form.NFKC)
                    .replace('\u2212', '-')
                    .strip();
            if (text.length() <= LONGEST && GROUPED.matcher(text).matches()) {
                text = text.replace(",", "");
            }
            if (text.length() <= LONGEST && PLAIN.matcher(text).matches()) {
                return new Number(new BigDecimal(text));
            }
        }
        return new Refused(
                new Bilingual("数字；没有数据时留空或写“-”“/”", "a number; nothing, - or / where there is none"),
                advice(cell.kind()));
    }

    private static Bilingual advice(Kind kind) {
        return switch (kind) {
            case TIME ->
                new Bilingual(
                        "表格软件把它当成了日期；请把单元格格式设为“常规”后重填",
                        "the spreadsheet takes it for a date; set the cell to general and write it again");
            case ERROR ->
                new Bilingual("公式没有算出结果；请改正公式，或填写数字", "the formula came to nothing; correct it or write the number");
            default ->
                new Bilingual(
                        "单元格里不只是数字；请只留数字，单位和说明写到表头或备注",
                        "there is more than a number; leave the number alone, units and words belong in the header or remarks");
        };
    }
}
