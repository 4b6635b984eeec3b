package io.greenpark.plan.rule;

import io.greenpark.park.text.Bilingual;

/** Why a rule cannot tell. */
public enum Lack {
    NO_SHEET(new Bilingual("没有年度数据表", "no yearly sheet")),
    OBJECTED(new Bilingual("企业有异议", "the enterprise objects")),
    SHOW_ONLY(new Bilingual("数据只供展示，不得据以评判", "its figures may be shown only, and not held against it")),
    LAND(new Bilingual("缺自有用地", "own land is missing")),
    LAND_IN_USE(new Bilingual("缺已利用土地", "land in use is missing")),
    TAX(new Bilingual("缺税收", "tax is missing")),
    SALES(new Bilingual("缺主营业务收入", "sales are missing")),
    CAPACITY_USED(new Bilingual("缺产能利用率", "capacity used is missing")),
    ENERGY_USED(new Bilingual("缺核定能耗利用率", "approved energy used is missing")),
    DISCHARGE_USED(new Bilingual("缺核定排放利用率", "approved discharge used is missing")),
    CLASS(new Bilingual("缺亩均评价等级", "its class is missing")),
    ABOVE_SCALE(new Bilingual("缺是否规上", "whether it is above scale is missing"));

    private final Bilingual words;

    Lack(Bilingual words) {
        this.words = words;
    }

    public Bilingual words() {
        return words;
    }
}
