package io.greenpark.sim.simulate;

import io.greenpark.sim.data.DataSet;
import io.greenpark.sim.data.Measured;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A measured data set moved to the present: shifted by a multiple of 364 days, so that weekdays stay, until it ends after
 * {@code now}. The time before its first row is filled with a copy another 364 days earlier whose amounts are scaled (an
 * assumption), and so on back to the start.
 */
public final class MeasuredPlant implements DeviceModel {
    private static final Duration SHIFT = Duration.ofDays(364);

    private final DataSet set;
    private final List<Measured> rows;
    private int next;

    /**
     * @param keys what of the measurements is sent
     * @param start rows before it are left out
     * @param scaled keys whose values are scaled in the copies, the amounts
     * @param factor what one copy further back is multiplied with
     */
    public MeasuredPlant(
            DataSet set, Set<String> keys, Instant start, Instant now, Set<String> scaled, BigDecimal factor) {
        this.set = set;
        this.rows = moved(only(keys, set.read()), start, now, scaled, factor);
    }

    private static List<Measured> only(Set<String> keys, List<Measured> rows) {
        List<Measured> kept = new ArrayList<>();
        for (Measured row : rows) {
            Map<String, BigDecimal> values = new LinkedHashMap<>(row.values());
            values.keySet().retainAll(keys);
            if (!values.isEmpty()) {
                kept.add(new Measured(row.at(), values));
            }
        }
        return kept;
    }

    private static List<Measured> moved(
            List<Measured> original, Instant start, Instant now, Set<String> scaled, BigDecimal factor) {
        Instant last = original.get(original.size() - 1).at();
        long shifts = Math.max(0, Duration.between(last, now).toDays() / SHIFT.toDays() + 1);
        List<Measured> rows = new ArrayList<>();
        BigDecimal scale = BigDecimal.ONE;
        Instant end = Instant.MAX;
        while (end.isAfter(start)) {
            Duration shift = SHIFT.multipliedBy(shifts);
            List<Measured> copy = new ArrayList<>();
            for (Measured row : original) {
                Instant at = row.at().plus(shift);
                if (!at.isBefore(start) && at.isBefore(end)) {
                    copy.add(new Measured(at, scale(row.values(), scaled, scale)));
                }
            }
            rows.addAll(0, copy);
            end = original.get(0).at().plus(shift);
            shifts--;
            scale = scale.multiply(factor);
        }
        return rows;
    }

    private static Map<String, BigDecimal> scale(Map<String, BigDecimal> values, Set<String> scaled, BigDecimal scale) {
        Map<String, BigDecimal> result = new LinkedHashMap<>();
        values.forEach((key, value) -> result.put(key, scaled.contains(key) ? value.multiply(scale) : value));
        return result;
    }

    @Override
    public String deviceId() {
        return set.deviceId();
    }

    @Override
    public @Nullable String gatewayId() {
        return null;
    }

    @Override
    public List<Measured> until(Instant at) {
        int from = next;
        while (next < rows.size() && !rows.get(next).at().isAfter(at)) {
            next++;
        }
        return rows.subList(from, next);
    }
}
