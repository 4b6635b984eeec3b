package io.greenpark.returns.closing;

import io.greenpark.accounting.basis.BasisState;
import io.greenpark.accounting.work.IntensityWorkTable;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Whose figures the closing of a park's month takes in, as a registry has it. */
record ClosingScope(Registry registry, Park park, YearMonth month) {

    List<Subject> enterprises() {
        return registry.enterprisesOfPark(park.id()).stream()
                .map(Enterprise::id)
                .map(Subject::enterprise)
                .toList();
    }

    /** The enterprises and the park itself. */
    List<Subject> subjects() {
        return Stream.concat(enterprises().stream(), Stream.of(Subject.park(park.id())))
                .toList();
    }

    /** Whether the district's month is closed with it: all other parks that have enterprises are. */
    boolean completesDistrict() {
        return ClosedMonths.parks(registry).stream()
                .allMatch(p -> p.id().equals(park.id())
                        || registry.closing(p.id(), month).isPresent());
    }

    /** Whether what is shown is not yet what the registry says. */
    boolean isBeingComputed(Handle handle) {
        long end = park.time().startOf(month.plusMonths(1)).toEpochMilli();
        Set<Subject> own = new LinkedHashSet<>(subjects());
        return !BasisState.isNoted(handle, registry, Subject.park(park.id()), month)
                || IntensityWorkTable.firstMonths(handle).entrySet().stream()
                        .anyMatch(e ->
                                e.getValue() < end && own.contains(e.getKey().subject()));
    }
}
