package io.greenpark.accounting.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.hour.HourTable;
import io.greenpark.accounting.hour.HourTableContract;
import io.greenpark.park.energy.Estimated;
import io.greenpark.park.energy.Estimated.Share;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;

class EnterpriseHoursTest extends HourTableContract<CarrierSum> {
    private static final long DAY = 1_764_028_800_000L;
    private static final List<Carrier> CARRIERS = List.of(Carrier.ELECTRICITY, Carrier.NATURAL_GAS, Carrier.WATER);

    @Override
    protected HourTable<CarrierSum> table() {
        return EnterpriseHourTable.TABLE;
    }

    @Override
    protected CarrierSum hour(Random random, long startMs) {
        Carrier carrier = CARRIERS.get(random.nextInt(CARRIERS.size()));
        Long amount = random.nextInt(10) == 0 ? null : Long.valueOf(random.nextLong() >> random.nextInt(60));
        long covered = random.nextInt(8) * HOUR_MS;
        int hours = random.nextInt(3);
        Estimated estimated = random.nextBoolean()
                ? ImpliedEstimate.ofSum(hours, amount, covered)
                : TestEstimates.any(random, ImpliedEstimate.whole(amount, covered));
        return new CarrierSum(carrier, startMs, new EnergySum(amount, covered, hours, random.nextInt(2), estimated));
    }

    @Override
    protected void book(Handle handle, String enterprise, CarrierSum s) {
        EnergySums sums = new EnergySums();
        sums.put(s.carrier(), s.startMs(), s.sum());
        EnergyTable.write(handle, Step.HOUR, enterprise, sums);
    }

    @Override
    protected String recordedDay() {
        return "01020b656c6563747269636974790300000202020001f4880ff3350480aea60a040002020002"
                + "0000000b6e61747572616c2d676173010080bab703000600090080dddb01000000020002000400c0a90700010000";
    }

    @Override
    protected List<CarrierSum> hoursOfRecordedDay() {
        return List.of(
                new CarrierSum(Carrier.ELECTRICITY, DAY, new EnergySum(123_450L, 3 * HOUR_MS, 0, 0, Estimated.NONE)),
                new CarrierSum(
                        Carrier.ELECTRICITY,
                        DAY + HOUR_MS,
                        new EnergySum(120_000L, 3 * HOUR_MS, 1, 0, Estimated.all(new Share(HOUR_MS, 40_000)))),
                new CarrierSum(Carrier.ELECTRICITY, DAY + 2 * HOUR_MS, new EnergySum(null, 0, 0, 0, Estimated.NONE)),
                new CarrierSum(
                        Carrier.NATURAL_GAS,
                        DAY + HOUR_MS,
                        new EnergySum(
                                -5L,
                                HOUR_MS / 2,
                                0,
                                1,
                                new Estimated(new Share(HOUR_MS / 2, -5), new Share(60_000, -1), Share.NONE))));
    }
}
