package io.greenpark.store.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SubjectSeriesTest {
    @RegisterExtension
    final BooksFixture fixture = new BooksFixture();

    private static final RegistrySource REGISTRY = RegistrySource.fixed(new Registry(new Registry.Facts(
            District.of("district"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of())));

    /** Knows every id that does not begin with "gone". */
    private static final SeriesSubjects<String> SUBJECTS = new SeriesSubjects<>() {
        @Override
        public Optional<String> find(Handle handle, Registry registry, String id) {
            return id.startsWith("gone") ? Optional.empty() : Optional.of(id);
        }

        @Override
        public List<String> ids(Handle handle, Registry registry) {
            return List.of("a", "b");
        }
    };

    /** One point per subject and kind, with the marked periods as its only field. */
    private static final class Periods extends SubjectSeries<String> {
        Periods() {
            super(REGISTRY, SUBJECTS, Set.of(Mark.Kind.ENERGY_HOUR, Mark.Kind.ENERGY_DAY));
        }

        @Override
        public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
            return List.of();
        }

        @Override
        protected List<SeriesPoint> points(
                Handle handle, Registry registry, String subject, Mark.Kind kind, SortedSet<Long> startsMs) {
            return List.of(new SeriesPoint(kind.name(), Map.of("subject", subject), Map.of("periods", startsMs), 0));
        }
    }

    private static Mark mark(Mark.Kind kind, String subject, long startMs) {
        return new Mark(kind, subject, startMs, 1);
    }

    @Test
    void periods_of_one_kind_and_subject_are_asked_for_together() {
        List<Mark> marks = List.of(
                mark(Mark.Kind.ENERGY_HOUR, "a", 7),
                mark(Mark.Kind.ENERGY_HOUR, "b", 5),
                mark(Mark.Kind.ENERGY_DAY, "a", 0),
                mark(Mark.Kind.ENERGY_HOUR, "a", 3),
                mark(Mark.Kind.ENERGY_HOUR, "a", 7),
                mark(Mark.Kind.ALERT, "a", 9),
                mark(Mark.Kind.ENERGY_HOUR, "gone", 1));
        List<SeriesPoint> points = fixture.books().read(handle -> new Periods().points(handle, marks));
        assertThat(points)
                .extracting(p -> p.measurement() + " " + p.tags().get("subject") + " "
                        + p.fields().get("periods"))
                .containsExactly("ENERGY_HOUR a [3, 7]", "ENERGY_HOUR b [5]", "ENERGY_DAY a [0]");
    }
}
