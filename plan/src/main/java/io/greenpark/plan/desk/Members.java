package io.greenpark.plan.desk;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.EnterpriseFile.OperatingState;
import io.greenpark.park.registry.EnterpriseFile.Operation;
import io.greenpark.park.registry.Registry;
import io.greenpark.plan.target.Area;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/** The enterprises that figures of an area are about. */
final class Members {
    private Members() {}

    /** Those that were neither closed nor moved away before a day. */
    static List<Enterprise> of(Registry registry, Area area, LocalDate day) {
        return registry.facts().enterprises().stream()
                .filter(e -> area.park() == null || e.parkId().equals(area.park()))
                .filter(e -> isThere(e, day))
                .toList();
    }

    private static boolean isThere(Enterprise enterprise, LocalDate day) {
        SortedMap<LocalDate, Operation> before = enterprise.file().operation().headMap(day);
        Operation last = before.isEmpty() ? null : before.get(before.lastKey());
        return last == null || (last.state() != OperatingState.CLOSED && last.state() != OperatingState.MOVED);
    }
}
