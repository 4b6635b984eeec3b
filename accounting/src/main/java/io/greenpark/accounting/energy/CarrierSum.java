package io.greenpark.accounting.energy;

import io.greenpark.park.unit.Carrier;

/** What an enterprise used of a carrier in the period that begins at a time. */
record CarrierSum(Carrier carrier, long startMs, EnergySum sum) {}
