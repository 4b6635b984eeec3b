package io.greenpark.park.unit;

import java.util.Locale;
import java.util.Optional;

/**
 * Energy carriers and working media that are metered (GB/T 2589-2020, Annexes A and B), with the unit their coefficients
 * are stated per. Amounts are counted in the base unit of that unit's dimension.
 */
public enum Carrier {
    ELECTRICITY(Unit.KWH),
    HEAT(Unit.MJ),
    STEAM(Unit.KG),
    NATURAL_GAS(Unit.M3),
    COKE_OVEN_GAS(Unit.M3),
    BLAST_FURNACE_GAS(Unit.M3),
    BIOGAS(Unit.M3),
    RAW_COAL(Unit.KG),
    WASHED_COAL(Unit.KG),
    COKE(Unit.KG),
    FUEL_OIL(Unit.KG),
    GASOLINE(Unit.KG),
    DIESEL(Unit.KG),
    LPG(Unit.KG),
    LNG(Unit.KG),
    METHANOL(Unit.KG),
    WATER(Unit.M3),
    COMPRESSED_AIR(Unit.M3),
    OXYGEN(Unit.M3),
    NITROGEN(Unit.M3);

    private final Unit unit;

    Carrier(Unit unit) {
        this.unit = unit;
    }

    /** The unit that coefficients of this carrier are stated per. */
    public Unit unit() {
        return unit;
    }

    /** The name in registry files and the API: {@code natural-gas}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The carrier of a code, or empty if there is none. */
    public static Optional<Carrier> ofCode(String code) {
        for (Carrier carrier : values()) {
            if (carrier.code().equals(code)) {
                return Optional.of(carrier);
            }
        }
        return Optional.empty();
    }
}
