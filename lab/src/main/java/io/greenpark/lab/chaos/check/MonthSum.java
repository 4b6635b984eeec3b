package io.greenpark.lab.chaos.check;

import io.greenpark.lab.chaos.environment.ChaosPark;
import io.greenpark.lab.ledger.LedgerLoad;
import io.greenpark.lab.ledger.LedgerLoad.LedgerDevice;
import io.greenpark.lab.ledger.LedgerLoad.ValueKind;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What enterprises used, by month, added up straight from what was acknowledged: no code of the accounts. */
public final class MonthSum {
    /** A hundredth of a kWh is 10 Wh, a hundredth of a cubic metre 10 litres. */
    private static final long BASE_PER_HUNDREDTH = 10;

    private MonthSum() {}

    /** One cell of the monthly account. */
    public record AccountMonth(String enterprise, String carrier, YearMonth month) implements Comparable<AccountMonth> {
        private static final Comparator<AccountMonth> ORDER = Comparator.comparing(AccountMonth::enterprise)
                .thenComparing(AccountMonth::carrier)
                .thenComparing(AccountMonth::month);

        @Override
        public int compareTo(AccountMonth other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return enterprise + ", " + carrier + ", " + month;
        }
    }

    static AccountMonth key(String enterprise, String carrier, long timeMs) {
        return new AccountMonth(
                enterprise,
                carrier.toLowerCase(Locale.ROOT),
                YearMonth.from(Instant.ofEpochMilli(timeMs).atZone(ChaosPark.ZONE)));
    }

    static AccountMonth keyOfPoint(String point, long timeMs) {
        String device = point.substring(0, point.lastIndexOf('-'));
        return key(ChaosPark.enterpriseOf(point), ChaosPark.quantity(device), timeMs);
    }

    /**
     * The sums in Wh and litres. An amount belongs to the month its minute lies in; a register has used what it grew by,
     * and its samples lie on the bounds of months.
     */
    public static Map<AccountMonth, Long> expected(LedgerLoad load, List<BitSet> messages) {
        Map<AccountMonth, Long> sums = new TreeMap<>();
        for (int d = 0; d < load.devices().size(); d++) {
            LedgerDevice device = load.devices().get(d);
            for (int k = 0; k < device.keys().size(); k++) {
                ValueKind kind = device.keys().get(k).kind();
                if (kind == ValueKind.INTERVAL) {
                    amounts(load, d, k, messages.get(d), sums);
                } else if (kind == ValueKind.REGISTER) {
                    growth(load, d, k, messages.get(d), sums);
                }
            }
        }
        return sums;
    }

    private static void amounts(LedgerLoad load, int d, int k, BitSet messages, Map<AccountMonth, Long> sums) {
        LedgerDevice device = load.devices().get(d);
        long back = ChaosPark.stampsEnd(device.id()) ? device.stepMs() : 0;
        String point = device.keys().get(k).pointId();
        messages.stream()
                .forEach(s -> sums.merge(
                        keyOfPoint(point, device.timeMs(s) - back),
                        load.hundredths(d, k, s) * BASE_PER_HUNDREDTH,
                        Long::sum));
    }

    private static void growth(LedgerLoad load, int d, int k, BitSet messages, Map<AccountMonth, Long> sums) {
        LedgerDevice device = load.devices().get(d);
        String point = device.keys().get(k).pointId();
        int[] before = {-1};
        messages.stream().forEach(s -> {
            if (before[0] >= 0) {
                sums.merge(
                        keyOfPoint(point, device.timeMs(s) - 1),
                        (load.hundredths(d, k, s) - load.hundredths(d, k, before[0])) * BASE_PER_HUNDREDTH,
                        Long::sum);
            }
            before[0] = s;
        });
    }

    /** Compares an account with the sums. */
    public static StoreComparison compare(
            String store, Map<AccountMonth, Long> expected, Map<AccountMonth, Long> found) {
        TreeSet<AccountMonth> all = new TreeSet<>(expected.keySet());
        all.addAll(found.keySet());
        List<String> differing = new ArrayList<>();
        long lost = 0;
        long twice = 0;
        for (AccountMonth key : all) {
            long wanted = expected.getOrDefault(key, 0L);
            long booked = found.getOrDefault(key, 0L);
            lost += booked < wanted ? 1 : 0;
            twice += booked > wanted ? 1 : 0;
            if (booked != wanted && differing.size() < StoreComparison.NAMED) {
                differing.add(key + ": " + booked + " booked, " + wanted + " acknowledged (Wh or litres)");
            }
        }
        return new StoreComparison(
                store, "monthly amounts", expected.size(), found.size(), lost, twice, 0, 0, 0, differing);
    }
}
