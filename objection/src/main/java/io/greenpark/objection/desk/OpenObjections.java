package io.greenpark.objection.desk;

import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import io.greenpark.returns.closing.OpenPoint;
import io.greenpark.returns.closing.OtherMatters;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Open objections to what a month's figures rest on: figures and cases of the month, and targets that it is judged by. */
public final class OpenObjections implements OtherMatters {
    private final Books books;
    private final RegistrySource registry;
    private final Clock clock;

    /** @param registry of the whole district */
    public OpenObjections(Books books, RegistrySource registry, Clock clock) {
        this.books = books;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public List<OpenPoint> of(Set<String> enterprises, Instant from, Instant to) {
        Instant now = clock.instant();
        return books.read(handle -> ObjectionTable.in(handle, EnumSet.of(ObjectionState.OPEN)).stream()
                .filter(one -> enterprises.contains(one.enterpriseId()))
                .filter(one -> concerns(handle, one, from, to, now))
                .sorted(Comparator.comparing(Objection::number))
                .map(one -> new OpenPoint(OpenPoint.Kind.OBJECTION, one.enterpriseId(), null, one.number()))
                .toList());
    }

    private boolean concerns(Handle handle, Objection one, Instant from, Instant to, Instant now) {
        return switch (one.thing().kind()) {
            case MEAN, ENERGY, INTENSITY, CASE ->
                VoidedFigures.timeOf(handle, one.thing(), now)
                        .filter(time -> time.from().isBefore(to) && time.to().isAfter(from))
                        .isPresent();
            case TARGET -> judgedBy(one, from);
            case LIMIT, CLASS -> false;
        };
    }

    private boolean judgedBy(Objection one, Instant from) {
        Registry current = registry.current();
        int year =
                Subject.enterprise(one.enterpriseId()).time(current).dayOf(from).getYear();
        return current.facts().targets().stream()
                .filter(target -> target.id().equals(one.thing().id()))
                .anyMatch(target -> isOf(target, year));
    }

    private static boolean isOf(Target target, int year) {
        return target.fromYear() <= year && year <= target.toYear();
    }
}
