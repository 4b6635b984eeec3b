package io.greenpark.objection.desk;

import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.objection.form.Thing;
import io.greenpark.objection.form.ThingKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSchema;
import io.greenpark.store.series.SeriesSubjects;
import io.greenpark.store.series.SubjectSeries;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The series {@code objection}: a point per objection to a figure, at the start of the figure's time, so that dashboards show beside means that they are objected
 * to. The means themselves are not written anew. One that was taken back stays, and says so.
 */
public final class ObjectionSeries extends SubjectSeries<Objection> {
    private static final SeriesSubjects<Objection> OF_FIGURES = new SeriesSubjects<>() {
        @Override
        public Optional<Objection> find(Handle handle, Registry registry, String number) {
            return ObjectionTable.find(handle, number)
                    .filter(one -> one.thing().kind().isFigure());
        }

        @Override
        public List<String> ids(Handle handle, Registry registry) {
            return ObjectionTable.in(handle, EnumSet.allOf(ObjectionState.class)).stream()
                    .filter(one -> one.thing().kind().isFigure())
                    .map(Objection::number)
                    .toList();
        }
    };

    public ObjectionSeries(RegistrySource registry) {
        super(registry, OF_FIGURES, Set.of(Mark.Kind.OBJECTION));
    }

    /** An objection is one period that begins at 0, as its marks say. */
    @Override
    public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
        return afterMs < 0 ? List.of(0L) : List.of();
    }

    @Override
    protected List<SeriesPoint> points(
            Handle handle, Registry registry, Objection one, Mark.Kind kind, SortedSet<Long> startsMs) {
        Thing thing = one.thing();
        Map<String, String> tags = new TreeMap<>();
        tags.put(SeriesSchema.TAG_ENTERPRISE, one.enterpriseId());
        registry.enterprise(one.enterpriseId()).ifPresent(e -> tags.put(SeriesSchema.TAG_PARK, e.parkId()));
        tags.put(SeriesSchema.TAG_NUMBER, one.number());
        tags.put(SeriesSchema.TAG_KIND, thing.kind().code());
        if (thing.kind() == ThingKind.MEAN) {
            tags.put(SeriesSchema.TAG_POINT, thing.point());
            tags.put(
                    SeriesSchema.TAG_AVERAGING,
                    thing.id().substring(thing.point().length() + 1));
        }
        Map<String, Object> fields = new TreeMap<>();
        fields.put(SeriesSchema.STATE, one.state().name());
        fields.put(
                SeriesSchema.TITLE_ZH,
                one.name().zh() + "：" + ObjectionTexts.state(one.state()).zh() + " " + one.number());
        fields.put(
                SeriesSchema.TITLE_EN,
                one.name().en() + ": " + ObjectionTexts.state(one.state()).en() + " " + one.number());
        fields.put(SeriesSchema.END_MS, Objects.requireNonNull(thing.to()).toEpochMilli());
        return List.of(new SeriesPoint(
                SeriesSchema.OBJECTION,
                tags,
                fields,
                Objects.requireNonNull(thing.from()).toEpochMilli()));
    }
}
