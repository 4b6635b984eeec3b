package io.greenpark.alerts.evaluation;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.EnterpriseFile.OperatingState;
import io.greenpark.park.registry.EnterpriseFile.Operation;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.SortedMap;

/** Whether enterprises operate, as their files say; one of which nothing is said does. */
final class Operating {
    private Operating() {}

    static boolean on(Enterprise enterprise, LocalDate day) {
        SortedMap<LocalDate, Operation> begun = enterprise.file().operation().headMap(day.plusDays(1));
        return begun.isEmpty()
                || Objects.requireNonNull(begun.get(begun.lastKey())).state() == OperatingState.IN_OPERATION;
    }

    /** What the registry no longer has, or what is no enterprise, is taken to operate. */
    static boolean at(Registry registry, Subject about, Instant at) {
        LocalDate day = about.time(registry).dayOf(at);
        return about.scope() != Subject.Scope.ENTERPRISE
                || registry.enterprise(about.id()).map(e -> on(e, day)).orElse(true);
    }
}
