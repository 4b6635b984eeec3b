package io.greenpark.park.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A unit that a device may send. {@link #perBase} says how many base units of its {@link Dimension} one unit is. Symbols
 * are ASCII, as in registry files; a unit belongs to a point, never to a pollutant code, since devices deviate
 * (HJ 212-2017, Annex B).
 */
public enum Unit {
    WH("Wh", Dimension.ENERGY, "1"),
    KWH("kWh", Dimension.ENERGY, "1000"),
    MWH("MWh", Dimension.ENERGY, "1000000"),
    L("L", Dimension.VOLUME, "1"),
    M3("m3", Dimension.VOLUME, "1000"),
    /** Cubic metres at standard state; the trade base of gas is 20 degrees Celsius, 101.325 kPa. */
    NM3("Nm3", Dimension.VOLUME, "1000"),
    KJ("kJ", Dimension.HEAT, "1"),
    MJ("MJ", Dimension.HEAT, "1000"),
    GJ("GJ", Dimension.HEAT, "1000000"),
    G("g", Dimension.MASS, "1"),
    KG("kg", Dimension.MASS, "1000"),
    T("t", Dimension.MASS, "1000000"),
    W("W", Dimension.POWER, "1"),
    KW("kW", Dimension.POWER, "1000"),
    MW("MW", Dimension.POWER, "1000000"),
    L_PER_S("L/s", Dimension.VOLUME_FLOW, "1"),
    M3_PER_S("m3/s", Dimension.VOLUME_FLOW, "1000"),
    MG_PER_L("mg/L", Dimension.CONCENTRATION_WATER, "1"),
    UG_PER_L("ug/L", Dimension.CONCENTRATION_WATER, "0.001"),
    MG_PER_M3("mg/m3", Dimension.CONCENTRATION_GAS, "1"),
    UG_PER_M3("ug/m3", Dimension.CONCENTRATION_GAS, "0.001"),
    CEL("Cel", Dimension.TEMPERATURE, "1"),
    KPA("kPa", Dimension.PRESSURE, "1"),
    M_PER_S("m/s", Dimension.VELOCITY, "1"),
    US_PER_CM("uS/cm", Dimension.CONDUCTIVITY, "1"),
    PERCENT("%", Dimension.RATIO, "1"),
    PH("pH", Dimension.ACIDITY, "1"),
    ONE("1", Dimension.NONE, "1");

    private final String symbol;
    private final Dimension dimension;
    private final BigDecimal perBase;

    Unit(String symbol, Dimension dimension, String perBase) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.perBase = new BigDecimal(perBase);
    }

    /** The unit as registry files and people write it. */
    public String symbol() {
        return symbol;
    }

    /** What it measures. */
    public Dimension dimension() {
        return dimension;
    }

    /** How many base units of the dimension one of this unit is. */
    public BigDecimal perBase() {
        return perBase;
    }

    /** {@code value} in base units, exact. */
    public BigDecimal toBase(BigDecimal value) {
        return value.multiply(perBase);
    }

    /** A base amount expressed in this unit, exact: every unit is a power of ten of its base. */
    public BigDecimal fromBase(long amount) {
        return BigDecimal.valueOf(amount)
                .divide(perBase, Math.max(0, perBase.precision()), RoundingMode.UNNECESSARY)
                .stripTrailingZeros();
    }

    /** The unit with this symbol, or empty if there is none. */
    public static Optional<Unit> ofSymbol(String symbol) {
        return Arrays.stream(values()).filter(u -> u.symbol.equals(symbol)).findFirst();
    }

    /** All symbols, for messages that say what is allowed. */
    public static String symbols() {
        return Arrays.stream(values()).map(Unit::symbol).collect(Collectors.joining(", "));
    }
}
