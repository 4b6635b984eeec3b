package io.greenpark.registry.rules;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.NearName;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** Sentences that several rules tell. They begin with the value in quotation marks, so that it can be taken out where it may not be told. */
public final class FaultTexts {
    private FaultTexts() {}

    public static Bilingual notAllowed(String value, Bilingual accepted) {
        return Accepted.refusal(value, accepted);
    }

    /** A value that may not be told, as it may be a secret or a person's. */
    public static Bilingual notAllowed(Bilingual accepted) {
        return new Bilingual("无效；应为：" + accepted.zh(), "is not allowed; accepted: " + accepted.en());
    }

    public static Bilingual notAfterStart(Object end, Object start) {
        return new Bilingual(
                "“" + end + "”不晚于生效时间 " + start + "；请填写更晚的时间", "\"" + end + "\" is not after validFrom " + start);
    }

    public static Bilingual below0(String value) {
        return new Bilingual("“" + value + "”小于 0；应为 0 或以上", "\"" + value + "\" is below 0; accepted: 0 or more");
    }

    /** A reference to what is not registered. */
    public static Bilingual unknown(DocumentKind kind, String id) {
        return unknown(kind, id, List.of());
    }

    /** The same, where what is registered may tell which was meant. */
    public static Bilingual unknown(DocumentKind kind, String id, Collection<String> known) {
        Bilingual hint = NearName.hint(id, known, new Bilingual("；请填写已登记的编号", "; give the id of " + withArticle(kind)));
        return new Bilingual(
                "没有编号为“" + id + "”的" + kind.named().zh() + hint.zh(),
                "there is no " + kind.noun() + " \"" + id + "\"" + hint.en());
    }

    private static String withArticle(DocumentKind kind) {
        return ("aeiou".indexOf(kind.noun().charAt(0)) < 0 ? "a " : "an ") + kind.noun();
    }

    /** What a reference to a kind accepts. */
    public static Bilingual idOf(DocumentKind kind) {
        return new Bilingual(kind.named().zh() + "编号", "the id of " + withArticle(kind));
    }

    /** An outlet of another enterprise than the device's. */
    public static Bilingual outletOfAnother(Outlet outlet, String enterprise) {
        return new Bilingual(
                "“" + outlet.id() + "”属于企业“" + outlet.enterpriseId() + "”，而设备属于“" + enterprise + "”；请填写同一企业的排放口",
                "\"" + outlet.id() + "\" belongs to enterprise \"" + outlet.enterpriseId() + "\", the device to \""
                        + enterprise + "\"; give an outlet of the same enterprise");
    }

    /** Another set of the same basis that starts on the same day. */
    public static Bilingual startsWith(String other) {
        return new Bilingual(
                "系数集“" + other + "”口径相同且同日生效；期间重叠时以后生效的为准，因此生效日期不能相同",
                "set \"" + other
                        + "\" of the same basis starts on the same day; of overlapping sets the"
                        + " one that starts last applies, so starts must differ");
    }

    /** A coefficient with neither factor. */
    public static Bilingual noFactor(Carrier carrier) {
        return new Bilingual(
                "折标系数和碳排放系数都没有填写；请至少填写一项（每 " + carrier.unit().symbol() + "）",
                "is missing, and so is co2KgPerUnit; give at least one (per "
                        + carrier.unit().symbol() + ")");
    }

    public static Bilingual yearBeforeFrom(int to, int from) {
        return new Bilingual(
                "“" + to + "”早于起始年 " + from + "；请填写不早于它的年份", "\"" + to + "\" lies before fromYear " + from);
    }

    /** A yearly change that is none, in percent. */
    public static Bilingual noYearlyChange(BigDecimal percent) {
        return notAllowed(percent.toPlainString(), new Bilingual("大于 -100 且小于 100 的数值", "above -100 and below 100"));
    }

    /** Years that those of another target of the same subject overlap with. */
    public static Bilingual yearsOverlap(String other) {
        return new Bilingual(
                "年份与同一对象的目标“" + other + "”重叠；请调整起止年",
                "the years overlap with target \"" + other + "\" of the same subject");
    }

    public static Bilingual notTheDistrict(String id, String district) {
        return new Bilingual(
                "“" + id + "”不是本区“" + district + "”的编号", "\"" + id + "\" is not the district \"" + district + "\"");
    }

    /** An entry of a file that stands there before. */
    public static Bilingual twice(Bilingual what, String first) {
        return new Bilingual(what.zh() + "重复，首次出现在 " + first, what.en() + " stands twice, first at " + first);
    }
}
