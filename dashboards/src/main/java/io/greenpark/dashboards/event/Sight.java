package io.greenpark.dashboards.event;

import io.greenpark.alerts.cases.Case;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a look finds, as far as it takes to notice a change.
 *
 * @param cases the open cases, by id
 * @param devices how devices stand, by device
 * @param waiting which devices and keys wait to be claimed, as a number that is another one when others do
 * @param closings which months are closed, with their editions
 */
record Sight(Map<String, OpenCase> cases, Map<String, String> devices, int waiting, Map<ClosedKey, Integer> closings) {
    /** A month of a park. */
    record ClosedKey(String park, YearMonth month) {}

    /** An open case; a step more or another word makes it another, whatever else is said of it. */
    record OpenCase(Case found, int stamp) {
        static OpenCase of(Case c) {
            return new OpenCase(c, Objects.hash(c.text(), c.figure(), c.acknowledgedBy(), c.owner()));
        }
    }

    /** What changed since an earlier look. */
    Changes since(Sight before) {
        return new Changes(
                differing(stamps(before), stamps(this)).stream()
                        .map(id -> Objects.requireNonNull(cases.getOrDefault(id, before.cases.get(id)))
                                .found())
                        .toList(),
                differing(before.devices, devices),
                waiting != before.waiting,
                differing(before.closings, closings).stream()
                        .map(ClosedKey::park)
                        .collect(Collectors.toSet()));
    }

    private static Map<String, Integer> stamps(Sight sight) {
        return sight.cases.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().stamp()));
    }

    private static <K, T> Set<K> differing(Map<K, T> before, Map<K, T> now) {
        Set<K> ids = new LinkedHashSet<>();
        now.forEach((id, value) -> {
            if (!Objects.equals(before.get(id), value)) {
                ids.add(id);
            }
        });
        before.keySet().stream().filter(id -> !now.containsKey(id)).forEach(ids::add);
        return ids;
    }
}
