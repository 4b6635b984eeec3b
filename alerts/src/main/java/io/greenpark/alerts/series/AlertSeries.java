package io.greenpark.alerts.series;

import io.greenpark.accounting.disclosure.Audience;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseHandling;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The series {@code alert}: a point per step of a case, at the time of the step. Tags rule, event, case, point or device, and
 * the case's subject: enterprise and park, the park alone, or the district; fields title_zh, title_en, label_zh, label_en, figure,
 * limit, unit, trial, objection. And the series {@code alert_case}: a point per case with how it stands, when it was raised.
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
        Stream<SeriesPoint> steps = c.events().stream()
                .filter(event -> !event.internal())
                .map(event -> step(registry, c, event, shown, remark));
        return Stream.concat(steps, Stream.of(asItIs(registry, c))).toList();
    }

    private static SeriesPoint step(
            Registry registry, Case c, CaseEvent event, @Nullable BigDecimal figure, @Nullable CaseRemark remark) {
        Map<String, String> tags = tags(registry, c);
        tags.put(SeriesSchema.TAG_EVENT, event.kind().name().toLowerCase(Locale.ROOT));
        Map<String, Object> fields = fields(c);
        putIfKnown(fields, SeriesSchema.FIGURE, number(figure));
        putIfKnown(fields, SeriesSchema.LIMIT, number(c.limit()));
        putIfKnown(fields, SeriesSchema.UNIT, c.unit());
        putIfKnown(fields, SeriesSchema.OBJECTION, remark == null ? null : remark.code());
        return new SeriesPoint(SeriesSchema.ALERT, tags, fields, event.at().toEpochMilli());
    }

    /** The whole case, when it was raised. */
    private static SeriesPoint asItIs(Registry registry, Case c) {
        Map<String, Object> fields = fields(c);
        fields.put(SeriesSchema.OPEN, c.state() == Case.State.OPEN);
        // Always written: a point written again keeps fields it is not given, and a case may come back.
        Instant ended = c.clearedAt();
        fields.put(SeriesSchema.UNTIL_MS, (ended == null ? c.raisedAt() : ended).toEpochMilli());
        CaseHandling handling = c.handling();
        if (handling != null) {
            fields.put(SeriesSchema.NUMBER, handling.number());
            fields.put(SeriesSchema.LEVEL, handling.level().name().toLowerCase(Locale.ROOT));
            fields.put(SeriesSchema.STAGE, handling.stage().name().toLowerCase(Locale.ROOT));
        }
        return new SeriesPoint(
                SeriesSchema.CASE, tags(registry, c), fields, c.raisedAt().toEpochMilli());
    }

    private static Map<String, String> tags(Registry registry, Case c) {
        Map<String, String> tags = subjectTags(registry, c.about());
        tags.put(SeriesSchema.TAG_RULE, c.rule().code());
        tags.put(SeriesSchema.TAG_CASE, c.id());
        putIfKnown(tags, SeriesSchema.TAG_POINT, c.pointId());
        putIfKnown(tags, SeriesSchema.TAG_DEVICE, c.deviceId());
        return tags;
    }

    private static Map<String, Object> fields(Case c) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put(SeriesSchema.TITLE_ZH, c.title().zh());
        fields.put(SeriesSchema.TITLE_EN, c.title().en());
        fields.put(SeriesSchema.LABEL_ZH, label(c, Locale.CHINESE));
        fields.put(SeriesSchema.LABEL_EN, label(c, Locale.ENGLISH));
        fields.put(SeriesSchema.TRIAL, c.trial());
        return fields;
    }

    /** What stands at a mark in a chart: number and level, where it has them, and the title. */
    private static String label(Case c, Locale language) {
        CaseHandling handling = c.handling();
        String title = c.title().in(language);
        return handling == null
                ? title
                : handling.number() + " " + handling.level().words().in(language) + " " + title;
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
