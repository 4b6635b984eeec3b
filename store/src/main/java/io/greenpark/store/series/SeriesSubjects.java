package io.greenpark.store.series;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the subject ids of marks stand for. */
public interface SeriesSubjects<S> {
    SeriesSubjects<Enterprise> ENTERPRISES = new SeriesSubjects<>() {
        @Override
        public Optional<Enterprise> find(Handle handle, Registry registry, String id) {
            return registry.enterprise(id);
        }

        @Override
        public List<String> ids(Handle handle, Registry registry) {
            return registry.facts().enterprises().stream().map(Enterprise::id).toList();
        }
    };

    SeriesSubjects<Point> POINTS = new SeriesSubjects<>() {
        @Override
        public Optional<Point> find(Handle handle, Registry registry, String id) {
            return registry.point(id);
        }

        @Override
        public List<String> ids(Handle handle, Registry registry) {
            return registry.facts().points().stream().map(Point::id).toList();
        }
    };

    /** The subject of an id; empty if there is none any more, and then no points are written. */
    Optional<S> find(Handle handle, Registry registry, String id);

    /** The ids of all subjects. */
    List<String> ids(Handle handle, Registry registry);
}
