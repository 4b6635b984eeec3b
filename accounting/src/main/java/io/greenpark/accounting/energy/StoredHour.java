package io.greenpark.accounting.energy;

import io.greenpark.park.energy.EnergyHour;

/** An hour of a point in the books, and since when. */
public record StoredHour(EnergyHour hour, long bookedMs) {}
