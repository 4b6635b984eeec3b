package io.greenpark.cleanproduction.round;

import io.greenpark.park.text.Bilingual;

/** Why an enterprise has to audit its production (清洁生产促进法, article 27). */
public enum AuditReason {
    /** Discharge over a national or local standard (超标). */
    OVER_STANDARD(new Bilingual("污染物排放超标", "discharge over the standard"), Authority.ENVIRONMENT),
    /** Discharge over the total that is allowed (超总量). */
    OVER_TOTAL(new Bilingual("污染物排放超总量", "discharge over the permitted total"), Authority.ENVIRONMENT),
    /** More energy for a unit of product than the limit allows (超限额). */
    OVER_ENERGY_QUOTA(new Bilingual("单位产品能耗超限额", "over the quota of energy"), Authority.ENERGY),
    /** Toxic or hazardous materials used or discharged (双有). */
    TOXIC(new Bilingual("使用或排放有毒有害物质（双有）", "toxic or hazardous materials"), Authority.ENVIRONMENT);

    private final Bilingual named;
    private final Authority inCharge;

    AuditReason(Bilingual named, Authority inCharge) {
        this.named = named;
        this.inCharge = inCharge;
    }

    public Bilingual named() {
        return named;
    }

    /** Whose business it is. */
    public Authority inCharge() {
        return inCharge;
    }
}
