package io.greenpark.accounting.energy;

import io.greenpark.accounting.hour.HourCodec;
import io.greenpark.park.energy.Estimated;
import io.greenpark.park.energy.Estimated.Share;
import io.greenpark.park.unit.Carrier;
import io.greenpark.store.bytes.ByteReader;
import io.greenpark.store.bytes.ByteWriter;
import io.greenpark.store.bytes.DamagedBytesException;
import io.greenpark.store.bytes.NumberColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The hours of an enterprise and day as bytes: the number of carriers, and of each its code, the number of hours and the
 * columns: starts; whether there is an amount (1) and something estimated that is not implied (2); amounts; time covered;
 * point-hours estimated and corrected; what is estimated ({@link EstimatedBytes}) where it is not implied.
 */
final class EnterpriseHourCodec extends HourCodec<CarrierSum> {
    private static final int FORMAT = 1;
    private static final int AMOUNT = 1;
    private static final int ESTIMATED = 2;

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
            putColumn(out, sums, s -> kind(s.sum()));
            putColumn(
                    out,
                    sums,
                    s -> s.sum().amount() != null,
                    s -> Objects.requireNonNull(s.sum().amount()));
            putColumn(out, sums, s -> s.sum().coveredMs());
            putColumn(out, sums, s -> s.sum().estimatedHours());
            putColumn(out, sums, s -> s.sum().corrected());
            putEstimated(out, sums.stream().map(CarrierSum::sum).toList());
        });
    }

    private static int kind(EnergySum sum) {
        return (sum.amount() == null ? 0 : AMOUNT) + (sum.estimated().equals(implied(sum)) ? 0 : ESTIMATED);
    }

    private static Estimated implied(EnergySum sum) {
        return ImpliedEstimate.ofSum(sum.estimatedHours(), sum.amount(), sum.coveredMs());
    }

    private static void putEstimated(ByteWriter out, List<EnergySum> sums) {
        EstimatedBytes.put(
                out,
                sums.stream()
                        .filter(s -> !s.estimated().equals(implied(s)))
                        .map(s ->
                                new EstimatedBytes.Of(s.estimated(), ImpliedEstimate.whole(s.amount(), s.coveredMs())))
                        .toList());
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
        long[] kinds = NumberColumn.get(in, count);
        @Nullable Long[] amounts = amounts(in, kinds);
        long[] covered = NumberColumn.get(in, count);
        long[] estimatedHours = NumberColumn.get(in, count);
        long[] corrected = NumberColumn.get(in, count);
        List<Share> wholes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if ((kinds[i] & ESTIMATED) != 0) {
                wholes.add(ImpliedEstimate.whole(amounts[i], covered[i]));
            }
        }
        Iterator<Estimated> kept = EstimatedBytes.get(in, wholes).iterator();
        for (int i = 0; i < count; i++) {
            int hours = (int) estimatedHours[i];
            Estimated estimated =
                    (kinds[i] & ESTIMATED) != 0 ? kept.next() : ImpliedEstimate.ofSum(hours, amounts[i], covered[i]);
            EnergySum sum = new EnergySum(amounts[i], covered[i], hours, (int) corrected[i], estimated);
            to.add(new CarrierSum(carrier, starts[i], sum));
        }
    }

    private static @Nullable Long[] amounts(ByteReader in, long[] kinds) throws DamagedBytesException {
        long[] known = NumberColumn.get(
                in, (int) Arrays.stream(kinds).filter(k -> (k & AMOUNT) != 0).count());
        @Nullable Long[] amounts = new Long[kinds.length];
        int next = 0;
        for (int i = 0; i < kinds.length; i++) {
            amounts[i] = (kinds[i] & AMOUNT) != 0 ? Long.valueOf(known[next++]) : null;
        }
        return amounts;
    }
}
