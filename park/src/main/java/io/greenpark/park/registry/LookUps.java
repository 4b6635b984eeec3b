package io.greenpark.park.registry;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How flat lists of facts become what a {@link Registry} looks things up in. */
final class LookUps {
    private LookUps() {}

    static Map<String, Map<String, Point>> byDevice(List<Point> points) {
        Map<String, Map<String, Point>> byDevice = new HashMap<>();
        for (Point p : points) {
            byDevice.computeIfAbsent(p.deviceId(), d -> new LinkedHashMap<>())
                    .merge(p.key(), p, LookUps::takingReadings);
        }
        return byDevice;
    }

    /** By gateway and name as sent, of those that are sent under a name of their own. */
    static Map<String, Map<String, Device>> asSent(List<Device> devices) {
        Map<String, Map<String, Device>> byGateway = new HashMap<>();
        for (Device d : devices) {
            if (d.sentAs() != null) {
                byGateway
                        .computeIfAbsent(orNone(d.gatewayId()), g -> new HashMap<>())
                        .putIfAbsent(d.sentAs(), d);
            }
        }
        return byGateway;
    }

    /** Empty for no gateway. */
    static String orNone(@Nullable String gatewayId) {
        return gatewayId == null ? "" : gatewayId;
    }

    static Map<String, Map<YearMonth, MonthlyStatistic>> byMonth(List<MonthlyStatistic> statistics) {
        Map<String, Map<YearMonth, MonthlyStatistic>> byEnterprise = new HashMap<>();
        for (MonthlyStatistic s : statistics) {
            // Hashes of months collide.
            byEnterprise.computeIfAbsent(s.enterpriseId(), e -> new TreeMap<>()).put(s.month(), s);
        }
        return byEnterprise;
    }

    static Map<YearMonth, List<ClosedMonth>> closingsByMonth(List<ClosedMonth> closings) {
        Map<YearMonth, List<ClosedMonth>> byMonth = new TreeMap<>();
        closings.forEach(
                c -> byMonth.computeIfAbsent(c.month(), m -> new ArrayList<>()).add(c));
        return byMonth;
    }

    /**
     * Which of two points that one device sends under one key takes the readings: the one that is in use, else the one that
     * ended last; of equals the later in the list.
     */
    private static Point takingReadings(Point one, Point later) {
        Instant ended = one.endedAt();
        Instant laterEnded = later.endedAt();
        if (laterEnded == null) {
            return later;
        }
        return ended == null || ended.isAfter(laterEnded) ? one : later;
    }

    static <K, T> Map<K, List<T>> group(List<T> items, Function<T, K> key) {
        Map<K, List<T>> groups = new HashMap<>();
        for (T item : items) {
            groups.computeIfAbsent(key.apply(item), k -> new ArrayList<>()).add(item);
        }
        return groups;
    }

    static <T> Map<String, T> index(List<T> items, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (T item : items) {
            if (byId.put(id.apply(item), item) != null) {
                throw new IllegalArgumentException("registry: id \"" + id.apply(item) + "\" appears twice");
            }
        }
        return byId;
    }
}
