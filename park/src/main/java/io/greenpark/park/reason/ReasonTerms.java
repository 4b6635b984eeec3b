package io.greenpark.park.reason;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;

/** Codes among the details of a reason as they read within a sentence. English keeps the codes of the registry files. */
final class ReasonTerms {
    static final Bilingual STANDARD_COAL_FACTOR = new Bilingual("折标准煤系数", "standard coal factor");
    static final Bilingual CO2_FACTOR = new Bilingual("二氧化碳排放因子", "CO2 factor");

    private ReasonTerms() {}

    static Bilingual of(String name, String code) {
        return switch (name) {
            case "basis" -> new Bilingual(basis(code), code);
            case "factor" -> Reason.Factor.valueOf(code) == Reason.Factor.CO2 ? CO2_FACTOR : STANDARD_COAL_FACTOR;
            case "carrier", "carriers" ->
                new Bilingual(Carrier.ofCode(code).map(ReasonTerms::chinese).orElse(code), code);
            default -> Bilingual.same(code);
        };
    }

    private static String basis(String code) {
        return switch (code) {
            case "EQUIVALENT" -> "当量值";
            case "EQUAL_VALUE" -> "等价值";
            default -> code;
        };
    }

    private static String chinese(Carrier carrier) {
        return switch (carrier) {
            case ELECTRICITY -> "电力";
            case HEAT -> "热力";
            case STEAM -> "蒸汽";
            case NATURAL_GAS -> "天然气";
            case COKE_OVEN_GAS -> "焦炉煤气";
            case BLAST_FURNACE_GAS -> "高炉煤气";
            case BIOGAS -> "沼气";
            case RAW_COAL -> "原煤";
            case WASHED_COAL -> "洗精煤";
            case COKE -> "焦炭";
            case FUEL_OIL -> "燃料油";
            case GASOLINE -> "汽油";
            case DIESEL -> "柴油";
            case LPG -> "液化石油气";
            case LNG -> "液化天然气";
            case METHANOL -> "甲醇";
            case WATER -> "水";
            case COMPRESSED_AIR -> "压缩空气";
            case OXYGEN -> "氧气";
            case NITROGEN -> "氮气";
        };
    }
}
