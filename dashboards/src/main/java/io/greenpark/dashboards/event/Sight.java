package io.greenpark.dashboards.event;

import io.greenpark.park.registry.Subject;
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
 * @param waiting which devices and keys wait to be claimed, as a number that is another one when others do
 */
record Sight(Map<String, OpenCase> cases, Map<String, String> devices, int waiting) {
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
        return new Changes(cases, devices, waiting != before.waiting);
    }

    private static String about(OpenCase c) {
        return c.about().id();
    }

    private static <T> Set<String> differing(Map<String, T> before, Map<String, T> now) {
        Set<String> ids = new TreeSet<>();
        now.forEach((id, value) -> {
            if (!Objects.equals(before.get(id), value)) {
                ids.add(id);
            }
        });
        before.keySet().stream().filter(id -> !now.containsKey(id)).forEach(ids::add);
        return ids;
    }
}
