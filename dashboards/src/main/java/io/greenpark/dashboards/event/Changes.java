package io.greenpark.dashboards.event;

import io.greenpark.alerts.cases.Case;
import java.util.List;
import java.util.Set;

/**
 * What changed between two looks, in the whole of the district.
 *
 * @param cases which cases were raised, changed or ended
 * @param devices which devices stand otherwise, by id
 * @param quarantine whether other devices or keys wait to be claimed
 * @param closings of which parks a month was closed or opened
 */
record Changes(List<Case> cases, Set<String> devices, boolean quarantine, Set<String> closings) {
    boolean isEmpty() {
        return cases.isEmpty() && devices.isEmpty() && !quarantine && closings.isEmpty();
    }
}
