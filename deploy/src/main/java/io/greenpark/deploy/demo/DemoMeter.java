package io.greenpark.deploy.demo;

import io.greenpark.sim.profile.CarrierSplit;

/** The meters of the demo's enterprises; each measures one carrier by a register. */
enum DemoMeter {
    ELECTRICITY("el", "电表", "electricity meter", "energy", "electricity", "kWh", 80),
    GAS("gas", "燃气表", "gas meter", "volume", "natural-gas", "m3", 1),
    STEAM("steam", "蒸汽表", "steam meter", "mass", "steam", "t", 1);

    final String suffix;
    final String zh;
    final String en;
    final String key;
    final String carrier;
    final String unit;
    /** Of current and voltage transformers; 1 where there are none. */
    final int ratio;

    DemoMeter(String suffix, String zh, String en, String key, String carrier, String unit, int ratio) {
        this.suffix = suffix;
        this.zh = zh;
        this.en = en;
        this.key = key;
        this.carrier = carrier;
        this.unit = unit;
        this.ratio = ratio;
    }

    /** Whether enterprises of an industry use its carrier. */
    boolean isUsedBy(String industry) {
        return this == ELECTRICITY || CarrierSplit.perKwh(industry, carrier) > 0;
    }
}
