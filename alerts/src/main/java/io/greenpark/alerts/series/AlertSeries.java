package io.greenpark.alerts.series;

import io.greenpark.accounting.disclosure.Audience;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseRemark;
import io.greenpark.alerts.cases.CaseRemarks;
import io.greenpark.alerts.cases.WithheldFigures;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSchema;
import io.greenpark.store.series.SeriesSubjects;
import io.greenpark.store.series.SubjectSeries;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The series {@code alert}: a point per step of a case, at the time of the step. Tags rule, event, case, point or device, and
 * the case's subject: enterprise and park, the park alone, or the district; fields title_zh, title_en, figure, limit, unit,
 * trial, objection.
 */
public final class AlertSeries extends SubjectSeries<Case> {
    private static final SeriesSubjects<Case> CASES = new SeriesSubjects<>() {
        @Override
        public Optional<Case> find(Handle handle, Registry registry, String id) {
            return CaseBook.find(handle, id);
        }

        @Override
        public List<String> ids(Handle handle, Registry registry) {
            return CaseBook.ids(handle);
        }
    };

    private final WithheldFigures withheld;
    private final CaseRemarks remarks;

    public AlertSeries(RegistrySource registry, WithheldFigures withheld, CaseRemarks remarks) {
        super(registry, CASES, Set.of(Mark.Kind.ALERT));
        this.withheld = withheld;
        this.remarks = remarks;
    }

    /** A case is one period that begins at 0, as its marks say. */
    @Override
    public List<Long> periods(Handle handle, Mark.Kind kind, String subject, long afterMs, int max) {
        return afterMs < 0 ? List.of(0L) : List.of();
    }

    @Override
    protected Set<String> withheld(Registry registry, Case c, long timeMs, Set<String> fields) {
        return withheld.hides(Audience.ANYONE, c) ? fields : Set.of();
    }

    @Override
    protected List<SeriesPoint> points(
            Handle handle, Registry registry, Case c, Mark.Kind kind, SortedSet<Long> startsMs) {
        BigDecimal shown = withheld.hides(Audience.ANYONE, c) ? null : c.figure();
        CaseRemark remark = remarks.of(handle, c);
        return c.events().stream()
                .filter(event -> !event.internal())
                .map(event -> point(registry, c, event, shown, remark))
                .toList();
    }

    private static SeriesPoint point(
            Registry registry, Case c, CaseEvent event, @Nullable BigDecimal figure, @Nullable CaseRemark remark) {
        Map<String, String> tags = subjectTags(registry, c.about());
        tags.put(SeriesSchema.TAG_RULE, c.rule().code());
        tags.put(SeriesSchema.TAG_EVENT, event.kind().name().toLowerCase(Locale.ROOT));
        tags.put(SeriesSchema.TAG_CASE, c.id());
        putIfKnown(tags, SeriesSchema.TAG_POINT, c.pointId());
        putIfKnown(tags, SeriesSchema.TAG_DEVICE, c.deviceId());
        Map<String, Object> fields = new TreeMap<>();
        fields.put(SeriesSchema.TITLE_ZH, c.title().zh());
        fields.put(SeriesSchema.TITLE_EN, c.title().en());
        fields.put(SeriesSchema.TRIAL, c.trial());
        putIfKnown(fields, SeriesSchema.FIGURE, number(figure));
        putIfKnown(fields, SeriesSchema.LIMIT, number(c.limit()));
        putIfKnown(fields, SeriesSchema.UNIT, c.unit());
        putIfKnown(fields, SeriesSchema.OBJECTION, remark == null ? null : remark.code());
        return new SeriesPoint(SeriesSchema.ALERT, tags, fields, event.at().toEpochMilli());
    }

    private static Map<String, String> subjectTags(Registry registry, Subject about) {
        Map<String, String> tags = new TreeMap<>();
        switch (about.scope()) {
            case ENTERPRISE -> {
                tags.put(SeriesSchema.TAG_ENTERPRISE, about.id());
                registry.enterprise(about.id()).ifPresent(e -> tags.put(SeriesSchema.TAG_PARK, e.parkId()));
            }
            case PARK -> tags.put(SeriesSchema.TAG_PARK, about.id());
            case DISTRICT -> tags.put(SeriesSchema.TAG_DISTRICT, about.id());
        }
        return tags;
    }

    private static @Nullable Double number(@Nullable BigDecimal value) {
        return value == null ? null : value.doubleValue();
    }
}
