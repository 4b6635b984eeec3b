package io.greenpark.plan.sheet;

import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field of a yearly sheet: its code in the API, its heading in files, its unit, and what it may be. */
public enum SheetField {
    LAND("landMu", new Bilingual("自有用地", "Own land"), new Bilingual("亩", "mu"), null),
    LAND_IN_USE("landInUseMu", new Bilingual("已利用土地", "Land in use"), new Bilingual("亩", "mu"), null),
    TAX("taxCny", new Bilingual("税收", "Tax"), new Bilingual("元", "CNY"), null),
    SALES("salesCny", new Bilingual("主营业务收入", "Sales"), new Bilingual("元", "CNY"), null),
    OUTPUT("outputCny", new Bilingual("工业总产值", "Output"), new Bilingual("元", "CNY"), null),
    RESEARCH("researchCny", new Bilingual("研发投入", "Research and development"), new Bilingual("元", "CNY"), null),
    CAPACITY_USED("capacityUsedPercent", new Bilingual("产能利用率", "Capacity used"), Limits.PERCENT, Limits.MOST_PERCENT),
    ENERGY_USED(
            "energyUsedPercent", new Bilingual("核定能耗利用率", "Approved energy used"), Limits.PERCENT, Limits.MOST_PERCENT),
    DISCHARGE_USED(
            "dischargeUsedPercent",
            new Bilingual("核定排放利用率", "Approved discharge used"),
            Limits.PERCENT,
            Limits.MOST_PERCENT),
    CLASS("performanceClass", new Bilingual("亩均评价等级", "Class"), null, null),
    ABOVE_SCALE("aboveScale", new Bilingual("规上企业", "Above scale"), null, null),
    POLLUTING("polluting", new Bilingual("涉污企业", "Polluting"), null, null),
    IN_PARK("inPark", new Bilingual("在园区内", "In a park"), null, null),
    INDUSTRY("industry", new Bilingual("行业", "Industry"), null, null);

    /** What percentages are held against; beyond it somebody forgot the point. */
    private static final class Limits {
        static final Bilingual PERCENT = new Bilingual("%", "%");
        static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1_000);
    }

    private final String code;
    private final Bilingual heading;
    private final @Nullable Bilingual unit;
    private final @Nullable BigDecimal most;

    SheetField(String code, Bilingual heading, @Nullable Bilingual unit, @Nullable BigDecimal most) {
        this.code = code;
        this.heading = heading;
        this.unit = unit;
        this.most = most;
    }

    public String code() {
        return code;
    }

    /** What people call it, without its unit. */
    public Bilingual heading() {
        return heading;
    }

    /** Null of what is no number. */
    public @Nullable Bilingual unit() {
        return unit;
    }

    /** The largest value that is taken; null where any is. The smallest is 0. */
    public @Nullable BigDecimal most() {
        return most;
    }

    /** The field of a code; empty if there is none of it. */
    public static Optional<SheetField> ofCode(String code) {
        return Arrays.stream(values()).filter(f -> f.code.equals(code)).findFirst();
    }
}
