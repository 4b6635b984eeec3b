package io.greenpark.dashboards.event;

import io.greenpark.park.registry.Subject;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a look finds, as far as it takes to notice a change.
 *
 * @param cases what distinguishes an open case from itself earlier, by case
 * @param devices how devices stand, by device
 * @param closings which months are closed, with their editions
 */
record Sight(Map<String, OpenCase> cases, Map<String, String> devices, Map<ClosedKey, Integer> closings) {
    /** A month of a park. */
    record ClosedKey(String park, YearMonth month) {}

    /** An open case; a step more or another word makes it another. */
    record OpenCase(Subject about, int stamp) {}

    /** What changed since an earlier look. */
    Changes since(Sight before, Function<String, String> enterpriseOfDevice) {
        Set<String> cases = new TreeSet<>();
        differing(before.cases, this.cases)
                .forEach(id ->
                        cases.add(about(Objects.requireNonNull(this.cases.getOrDefault(id, before.cases.get(id))))));
        Set<String> devices = new TreeSet<>();
        differing(before.devices, this.devices).forEach(id -> devices.add(enterpriseOfDevice.apply(id)));
        Set<String> closings = new TreeSet<>();
        differing(before.closings, this.closings).forEach(key -> closings.add(key.park()));
        return new Changes(cases, devices, closings);
    }

    private static String about(OpenCase c) {
        return c.about().id();
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
