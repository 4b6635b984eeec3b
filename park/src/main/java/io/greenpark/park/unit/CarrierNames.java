package io.greenpark.park.unit;

/** What energy carriers and media are called in Chinese, by the names of GB/T 2589-2020; English keeps their codes. */
public final class CarrierNames {
    private CarrierNames() {}

    /** The Chinese name, as reports and statistics print it: 电力, 天然气. */
    public static String chinese(Carrier carrier) {
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
