package io.greenpark.sheets.column;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.cell.SheetCell;
import io.greenpark.sheets.cell.SheetCell.Kind;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A column of exact numbers in one unit. */
public final class Decimals implements ColumnType {
    private static final int LONGEST = 40;
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?");
    private static final Pattern WITH_UNIT = Pattern.compile("([+-]?[0-9][0-9,.]*)\\s*([^0-9\\s,.].*)");

    private final Bilingual range;
    private final @Nullable BigDecimal above;
    private final @Nullable BigDecimal least;

    private Decimals(Bilingual range, @Nullable BigDecimal above, @Nullable BigDecimal least) {
        this.range = range;
        this.above = above;
        this.least = least;
    }

    /** Any number. */
    public static Decimals any() {
        return new Decimals(new Bilingual("数字，如 12.5", "a number, e.g. 12.5"), null, null);
    }

    /** One above 0. */
    public static Decimals positive() {
        return new Decimals(new Bilingual("大于 0 的数字，如 40", "a number above 0, e.g. 40"), BigDecimal.ZERO, null);
    }

    /** One of 0 or more. */
    public static Decimals notNegative() {
        return new Decimals(
                new Bilingual("不小于 0 的数字，如 12.5", "a number of 0 or more, e.g. 12.5"), null, BigDecimal.ZERO);
    }

    @Override
    public CellValue read(SheetCell cell) {
        String text = cell.text();
        if (cell.kind() == Kind.TEXT && GROUPED.matcher(text).matches()) {
            text = text.replace(",", "");
        }
        if ((cell.kind() == Kind.TEXT || cell.kind() == Kind.NUMBER)
                && text.length() <= LONGEST
                && NUMBER.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            return inRange(number)
                    ? CellValue.of(number.toPlainString())
                    : new CellValue.Fault(range, new Bilingual("请核对后改正", "look it up and correct it"));
        }
        return new CellValue.Fault(range, advice(cell));
    }

    private boolean inRange(BigDecimal number) {
        return (above == null || number.compareTo(above) > 0) && (least == null || number.compareTo(least) >= 0);
    }

    private static Bilingual advice(SheetCell cell) {
        Matcher withUnit = WITH_UNIT.matcher(cell.text());
        if (withUnit.matches()) {
            String unit = withUnit.group(2);
            return new Bilingual(
                    "单元格里写了单位“" + unit + "”；请换算成该列的单位，只填数字",
                    "the cell has a unit, \"" + unit + "\"; convert it to the column's and write the number alone");
        }
        return cell.kind() == Kind.TIME
                ? new Bilingual(
                        "表格软件把它当成了日期；请把单元格格式设为“常规”后重填",
                        "the spreadsheet takes it for a date; set the cell to general and write it again")
                : new Bilingual(
                        "请只填数字；没有数据就留空，不要写“无”或“/”",
                        "write a number alone; leave it empty where there is none, without words or dashes");
    }

    @Override
    public Bilingual allowed() {
        return range;
    }

    @Override
    public boolean numeric() {
        return true;
    }

    /** 45 and 45.0 are. */
    @Override
    public boolean same(JsonNode a, JsonNode b) {
        return a.isTextual()
                && b.isTextual()
                && NUMBER.matcher(a.asText()).matches()
                && NUMBER.matcher(b.asText()).matches()
                && new BigDecimal(a.asText()).compareTo(new BigDecimal(b.asText())) == 0;
    }
}
