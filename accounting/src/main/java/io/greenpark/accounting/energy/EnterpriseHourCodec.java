package io.greenpark.accounting.energy;

import io.greenpark.accounting.hour.HourCodec;
import io.greenpark.park.unit.Carrier;
import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import io.greenpark.store.bytes.NumberColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The hours of an enterprise and day as bytes: the number of carriers, and of each its code, the number of hours and the
 * columns: starts; whether there is an amount; amounts; time covered; point-hours estimated and corrected.
 */
final class EnterpriseHourCodec extends HourCodec<CarrierSum> {
    private static final int FORMAT = 1;

    EnterpriseHourCodec(String table) {
        super(table, FORMAT);
    }

    @Override
    protected void put(ByteWriter out, long dayMs, List<CarrierSum> hours) {
        Map<Carrier, List<CarrierSum>> carriers = new EnumMap<>(Carrier.class);
        hours.forEach(h ->
                carriers.computeIfAbsent(h.carrier(), c -> new ArrayList<>()).add(h));
        out.putVarint(carriers.size());
        carriers.forEach((carrier, sums) -> {
            out.putText(carrier.code());
            out.putVarint(sums.size());
            putStarts(out, dayMs, sums, CarrierSum::startMs);
            putColumn(out, sums, s -> s.sum().amount() == null ? 0 : 1);
            putColumn(
                    out,
                    sums,
                    s -> s.sum().amount() != null,
                    s -> Objects.requireNonNull(s.sum().amount()));
            putColumn(out, sums, s -> s.sum().coveredMs());
            putColumn(out, sums, s -> s.sum().estimated());
            putColumn(out, sums, s -> s.sum().corrected());
        });
    }

    @Override
    protected List<CarrierSum> get(ByteReader in, int format, long dayMs) throws DamagedBytesException {
        List<CarrierSum> hours = new ArrayList<>();
        int carriers = in.getInt(Carrier.values().length);
        for (int i = 0; i < carriers; i++) {
            String code = in.getText();
            Carrier carrier = Carrier.ofCode(code)
                    .orElseThrow(() -> new DamagedBytesException("there is no carrier \"" + code + "\""));
            addHours(in, carrier, dayMs, hours);
        }
        return hours;
    }

    private static void addHours(ByteReader in, Carrier carrier, long dayMs, List<CarrierSum> to)
            throws DamagedBytesException {
        int count = getCount(in);
        long[] starts = getStarts(in, dayMs, count);
        long[] known = NumberColumn.get(in, count);
        long[] amounts = NumberColumn.get(
                in, (int) Arrays.stream(known).filter(k -> k != 0).count());
        long[] covered = NumberColumn.get(in, count);
        long[] estimated = NumberColumn.get(in, count);
        long[] corrected = NumberColumn.get(in, count);
        int amount = 0;
        for (int i = 0; i < count; i++) {
            Long used = known[i] == 0 ? null : Long.valueOf(amounts[amount++]);
            to.add(new CarrierSum(
                    carrier, starts[i], new EnergySum(used, covered[i], (int) estimated[i], (int) corrected[i])));
        }
    }
}
