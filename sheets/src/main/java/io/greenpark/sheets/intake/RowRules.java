package io.greenpark.sheets.intake;

import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import io.greenpark.sheets.intake.RowReader.Values;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What cells of a row say of each other. The registry asks the same and more, of what passes here. */
final class RowRules {
    private final RowReader reader;
    private final Known known;
    private final int row;
    private final Values values;

    RowRules(RowReader reader, Known known, int row, Values values) {
        this.reader = reader;
        this.known = known;
        this.row = row;
        this.values = values;
    }

    /** Tells what does not fit; whether all does. */
    boolean check(DocumentKind kind) {
        return switch (kind) {
            case ENTERPRISE -> permit();
            case CONTACT, TARGET -> subject() & years();
            case POINT -> meter();
            case LIMIT -> bounds();
            default -> true;
        };
    }

    private boolean fault(String path, String allowedZh, String allowedEn, String toDoZh, String toDoEn) {
        reader.fault(row, path, new Bilingual(allowedZh, allowedEn), new Bilingual(toDoZh, toDoEn));
        return false;
    }

    private boolean permit() {
        String number = values.text("permit/number");
        String from = values.text("permit/validFrom");
        String to = values.text("permit/validTo");
        if (number == null && (from != null || to != null)) {
            return fault(
                    "permit/number",
                    "排污许可证编号",
                    "the number of the permit",
                    "填了起止日期，请填写编号",
                    "there are dates; fill in the number");
        }
        return from == null
                || to == null
                || from.compareTo(to) <= 0
                || fault(
                        "permit/validTo",
                        "不早于起始日的日期",
                        "a date not before the first",
                        "请与许可证核对",
                        "compare it with the permit");
    }

    private boolean subject() {
        String scope = values.text("scope");
        String subject = values.text("subject");
        DocumentKind kind = scope == null ? null : DocumentKind.ofCode(scope).orElse(null);
        if (kind == null || subject == null || known.has(kind, subject)) {
            return true;
        }
        reader.fault(
                row,
                "subject",
                new Bilingual("登记册中或本文件中的编号", "an id that is in the registry or in this file"),
                IntakeMessages.unknown());
        return false;
    }

    private boolean years() {
        String from = values.text("fromYear");
        String to = values.text("toYear");
        return from == null
                || to == null
                || from.compareTo(to) <= 0
                || fault("toYear", "不早于起始年的年份", "a year not before the first", "请核对起止年", "look up the years");
    }

    private boolean meter() {
        String carrier = values.text("@/carrier");
        String kind = values.text("@/kind");
        String factor = values.text("@/factor");
        if (carrier != null && factor == null) {
            return fault("@/factor", "1、0、-1", "1, 0, -1", "有能源品种，请选择计入方式", "there is a carrier; choose how it counts");
        }
        if (carrier == null && factor != null && !factor.equals("0")) {
            return fault("@/carrier", "能源品种", "a carrier", "计入能耗的点位需要能源品种", "what counts needs a carrier");
        }
        if ("interval".equals(kind) && values.text("@/period") == null) {
            return fault(
                    "@/period", "时段长度，如 15m、1h", "a period, e.g. 15m, 1h", "时段量需要时段长度", "amounts of periods need one");
        }
        return carrier == null || "gauge".equals(kind) || unitFits(carrier);
    }

    private boolean unitFits(String code) {
        String symbol = values.text("@/unit");
        Optional<Unit> unit = symbol == null ? Optional.empty() : Unit.ofSymbol(symbol);
        Optional<Carrier> carrier = Carrier.ofCode(code);
        if (unit.isEmpty()
                || carrier.isEmpty()
                || unit.get().dimension() == carrier.get().unit().dimension()) {
            return true;
        }
        String fits = carrier.get().unit().symbol();
        return fault(
                "@/unit",
                "与能源品种相符的单位，如 " + fits,
                "a unit of the carrier, e.g. " + fits,
                "单位与能源品种不符；请核对这两列",
                "unit and carrier do not fit; look both up");
    }

    private boolean bounds() {
        BigDecimal upper = number("upper");
        BigDecimal lower = number("lower");
        BigDecimal warn = number("warnFraction");
        if (upper == null && lower == null) {
            return fault("upper", "数字", "a number", "上限和下限至少填一个", "fill in upper or lower");
        }
        if (upper != null && lower != null && lower.compareTo(upper) > 0) {
            return fault("lower", "不大于上限的数字", "a number not above upper", "请核对上限和下限", "look up both bounds");
        }
        if (warn != null && warn.compareTo(BigDecimal.ONE) >= 0) {
            return fault(
                    "warnFraction",
                    "0 与 1 之间的比例，如 0.8",
                    "a share above 0 and below 1, e.g. 0.8",
                    "请填比例，不是百分数",
                    "write a share, no percent");
        }
        String from = values.text("validFrom");
        String to = values.text("validTo");
        return from == null
                || to == null
                || from.compareTo(to) < 0
                || fault("validTo", "晚于生效时间", "after valid from", "请核对起止时间", "look up both times");
    }

    private @Nullable BigDecimal number(String path) {
        String text = values.text(path);
        return text == null ? null : new BigDecimal(text);
    }
}
