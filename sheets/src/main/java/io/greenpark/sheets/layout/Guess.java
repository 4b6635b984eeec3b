package io.greenpark.sheets.layout;

import io.greenpark.park.unit.Carrier;
import io.greenpark.sheets.figure.Figure;
import io.greenpark.sheets.figure.Plain;
import io.greenpark.sheets.figure.SheetUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column looks like at first sight, for a person to correct.
 *
 * @param figure of amounts and totals; null where nothing tells
 * @param unit of amounts and totals; null where nothing tells
 */
public record Guess(
        Role role, @Nullable Figure figure, @Nullable SheetUnit unit) {
    private static final Pattern ID = Pattern.compile("企业编号|企业id|enterpriseid");
    private static final Pattern CODE = Pattern.compile(".*信用代码.*|.*creditcode.*|.*uscc.*");
    private static final Pattern ACCOUNT =
            Pattern.compile(".*(户号|客户编号|用户编号|客户号|用户号|customernumber|accountnumber|accountno).*");
    private static final Pattern NAME = Pattern.compile(
            "(企业|单位|用户|客户|公司|法人单位|工业企业)(详细)?名称.*|户名|企业|名称|单位名称|用户名|公司名|(enterprise|company|customer)(name)?|name");
    private static final Pattern MONTH =
            Pattern.compile("(统计|所属|电费|水费|气费|费用|用电|用水|用气|抄表|结算|账单|计费)?(月份|年月)|月|账期|所属期|month|period");
    private static final Pattern UNIT = Pattern.compile("计量单位|单位|unit");
    private static final Pattern COMPARED = Pattern.compile(
            ".*(同比|环比|增长|增速|增幅|去年|上年|同期|上月|占比|比重|%|电费|金额|单价|电价|地址|类别|性质|行业|等级|类型|状态|抄表(?!(用?电|用?水|用?气)?[量度])|倍率|示数|日期).*");
    private static final List<Named> FIGURES = List.of(
            new Named(Pattern.compile(".*(工业增加值|增加值|valueadded).*"), Figure.VALUE_ADDED),
            new Named(Pattern.compile(".*(工业总产值|总产值|产值|grossoutput|output).*"), Figure.OUTPUT),
            new Named(Pattern.compile(".*(用电|电量|电力|售电|供电|electricity|kwh).*"), Figure.bill(Carrier.ELECTRICITY)),
            new Named(Pattern.compile(".*(天然气|用气|燃气|气量|naturalgas).*"), Figure.bill(Carrier.NATURAL_GAS)),
            new Named(Pattern.compile(".*(蒸汽|steam).*"), Figure.bill(Carrier.STEAM)),
            new Named(Pattern.compile(".*(热力|热量|供热|heat).*"), Figure.bill(Carrier.HEAT)),
            new Named(Pattern.compile(".*(用水|水量|自来水|water).*"), Figure.bill(Carrier.WATER)));

    private record Named(Pattern words, Figure figure) {}

    /** The guess of a column. */
    public static Guess of(Heading heading, List<String> title) {
        String key = heading.key().replaceAll("#\\d+$", "");
        String last = key.substring(key.lastIndexOf('|') + 1);
        // The month of a charge is no charge.
        if (COMPARED.matcher(key).matches()
                && words(last).filter(r -> r == Role.MONTH).isEmpty()) {
            return new Guess(Role.IGNORED, null, null);
        }
        if (!heading.monthly() && !heading.total()) {
            Optional<Role> words = words(last);
            if (words.isPresent()) {
                return new Guess(words.get(), null, null);
            }
        }
        Optional<Figure> own = figure(key);
        Integer first = heading.first();
        Integer lastMonth = heading.last();
        boolean several = heading.monthly() && !Objects.equals(first, lastMonth) && !Objects.equals(lastMonth, 2);
        if (several) {
            // A sum of months that nobody calls one, such as 1-3月.
            return new Guess(Role.IGNORED, null, null);
        }
        if (heading.monthly() || heading.total() || own.isPresent()) {
            Figure figure = own.or(() -> titleFigure(title)).orElse(null);
            SheetUnit unit = SheetUnit.in(heading.shown())
                    .or(() -> titleUnit(title))
                    .filter(u -> figure == null || u.family() == figure.family())
                    .orElse(null);
            return new Guess(heading.total() ? Role.TOTAL : Role.AMOUNT, figure, unit);
        }
        return new Guess(Role.IGNORED, null, null);
    }

    /** Whether a cell's words head a column that identifies enterprises. */
    public static boolean heads(String text) {
        return words(Plain.of(text)).filter(Role::identifies).isPresent();
    }

    /** What a column is that has no figures; empty where its words do not tell. */
    static Optional<Role> words(String plain) {
        String bare = plain.replaceAll("\\(.*\\)", "");
        if (ID.matcher(plain).matches()) {
            return Optional.of(Role.ID);
        }
        if (CODE.matcher(plain).matches()) {
            return Optional.of(Role.CREDIT_CODE);
        }
        if (ACCOUNT.matcher(plain).matches()) {
            return Optional.of(Role.ACCOUNT);
        }
        if (NAME.matcher(bare).matches()) {
            return Optional.of(Role.NAME);
        }
        if (MONTH.matcher(bare).matches()) {
            return Optional.of(Role.MONTH);
        }
        return UNIT.matcher(bare).matches() ? Optional.of(Role.UNIT) : Optional.empty();
    }

    static Optional<Figure> figure(String plain) {
        return FIGURES.stream()
                .filter(n -> n.words().matcher(plain).matches())
                .map(Named::figure)
                .findFirst();
    }

    static Optional<Figure> titleFigure(List<String> title) {
        return title.stream()
                .map(Plain::of)
                .map(Guess::figure)
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<SheetUnit> titleUnit(List<String> title) {
        return title.stream().map(SheetUnit::in).flatMap(Optional::stream).findFirst();
    }
}
