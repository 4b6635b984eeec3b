package io.greenpark.store.series;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Mark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A source that answers marks per kind and subject, all periods of a subject together. */
public abstract class SubjectSeries<S> implements SeriesSource {
    private final RegistrySource registry;
    private final SeriesSubjects<S> subjects;
    private final Set<Mark.Kind> kinds;

    protected SubjectSeries(RegistrySource registry, SeriesSubjects<S> subjects, Set<Mark.Kind> kinds) {
        this.registry = registry;
        this.subjects = subjects;
        this.kinds = Set.copyOf(kinds);
    }

    /** The points of one subject's marked periods, given by their starts. Runs on a reading connection. */
    protected abstract List<SeriesPoint> points(
            Handle handle, Registry registry, S subject, Mark.Kind kind, SortedSet<Long> startsMs);

    /** Which of the fields of a subject's point may not be told. */
    protected Set<String> withheld(Registry registry, S subject, long timeMs, Set<String> fields) {
        return Set.of();
    }

    private record SubjectOfKind(Mark.Kind kind, String subject) {}

    @Override
    public final Set<Mark.Kind> kinds() {
        return kinds;
    }

    @Override
    public final List<SeriesPoint> points(Handle handle, List<Mark> marks) {
        Map<SubjectOfKind, SortedSet<Long>> starts = new LinkedHashMap<>();
        for (Mark mark : marks) {
            if (kinds.contains(mark.kind())) {
                starts.computeIfAbsent(new SubjectOfKind(mark.kind(), mark.subject()), s -> new TreeSet<>())
                        .add(mark.startMs());
            }
        }
        Registry current = registry.current();
        List<SeriesPoint> points = new ArrayList<>();
        starts.forEach((marked, startsMs) -> subjects.find(handle, current, marked.subject())
                .ifPresent(s -> points.addAll(points(handle, current, s, marked.kind(), startsMs))));
        return points;
    }

    @Override
    public final Map<Long, Set<String>> withheld(
            Handle handle, Mark.Kind kind, String subject, Map<Long, Set<String>> fields) {
        Registry current = registry.current();
        Optional<S> found = subjects.find(handle, current, subject);
        if (found.isEmpty()) {
            return fields;
        }
        Map<Long, Set<String>> withheld = new TreeMap<>();
        fields.forEach((timeMs, names) -> {
            Set<String> of = withheld(current, found.get(), timeMs, names);
            if (!of.isEmpty()) {
                withheld.put(timeMs, of);
            }
        });
        return withheld;
    }

    @Override
    public final List<String> subjects(Handle handle, Mark.Kind kind) {
        return subjects.ids(handle, registry.current());
    }

    /** The tags enterprise and park; more may be put in. */
    protected static Map<String, String> tags(Enterprise enterprise) {
        Map<String, String> tags = new TreeMap<>();
        tags.put(SeriesSchema.TAG_ENTERPRISE, enterprise.id());
        tags.put(SeriesSchema.TAG_PARK, enterprise.parkId());
        return tags;
    }

    /** A figure that is missing has no field, a label that is missing no tag. */
    protected static <V> void putIfKnown(Map<String, ? super V> map, String name, @Nullable V value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
