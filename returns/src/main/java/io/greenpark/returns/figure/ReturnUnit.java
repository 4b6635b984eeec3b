package io.greenpark.returns.figure;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** Units in which people state figures; those of one base are compared with each other. */
public enum ReturnUnit {
    CNY("CNY", 1, "元", "CNY"),
    CNY_10000("CNY", 10_000, "万元", "10,000 CNY"),
    KWH("kWh", 1, "kWh", "kWh"),
    KWH_10000("kWh", 10_000, "万kWh", "10,000 kWh"),
    M3("m3", 1, "m³", "m³"),
    M3_10000("m3", 10_000, "万m³", "10,000 m³"),
    T("t", 1, "t", "t"),
    GJ("GJ", 1, "GJ", "GJ");

    private final String base;
    private final BigDecimal perBase;
    private final Bilingual name;

    ReturnUnit(String base, int perBase, String zh, String en) {
        this.base = base;
        this.perBase = BigDecimal.valueOf(perBase);
        this.name = new Bilingual(zh, en);
    }

    /** The unit that its amounts are compared in. */
    public String base() {
        return base;
    }

    /** An amount in the base unit, exact. */
    public BigDecimal toBase(BigDecimal value) {
        return value.multiply(perBase);
    }

    public Bilingual displayName() {
        return name;
    }

    public String code() {
        return EnumCode.of(this);
    }

    public static Optional<ReturnUnit> ofCode(String code) {
        return Arrays.stream(values()).filter(u -> u.code().equals(code)).findFirst();
    }
}
