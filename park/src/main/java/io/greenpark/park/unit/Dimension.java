package io.greenpark.park.unit;

/**
 * What kind of quantity a {@link Unit} measures, and the base unit its exact amounts are counted in. Only the summable
 * dimensions (energy, volume, heat, mass) have exact integer amounts; the others are gauges and stay decimals.
 */
public enum Dimension {
    /** Electrical energy, counted in watt-hours. */
    ENERGY("Wh"),
    /** Volume, counted in litres. */
    VOLUME("L"),
    /** Heat, counted in kilojoules. */
    HEAT("kJ"),
    /** Mass, counted in grams. */
    MASS("g"),
    /** Power, in watts; becomes ENERGY when integrated over time. */
    POWER("W"),
    /** Volume flow, in litres per second; becomes VOLUME when integrated over time. */
    VOLUME_FLOW("L/s"),
    /** Concentration in water, in mg/L. */
    CONCENTRATION_WATER("mg/L"),
    /** Concentration in gas, in mg/m3. */
    CONCENTRATION_GAS("mg/m3"),
    TEMPERATURE("Cel"),
    PRESSURE("kPa"),
    VELOCITY("m/s"),
    CONDUCTIVITY("uS/cm"),
    RATIO("%"),
    ACIDITY("pH"),
    /** States, counters and anything without a unit. */
    NONE("1");

    private final String baseSymbol;

    Dimension(String baseSymbol) {
        this.baseSymbol = baseSymbol;
    }

    /** The symbol of the unit that amounts of this dimension are counted in. */
    public String baseSymbol() {
        return baseSymbol;
    }

    /** Whether amounts of this dimension add up over time and are therefore kept as exact integers. */
    public boolean summable() {
        return this == ENERGY || this == VOLUME || this == HEAT || this == MASS;
    }
}
