package io.greenpark.alerts.message;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseHandling;
import io.greenpark.alerts.message.Messages.Wording;
import io.greenpark.alerts.text.Figures;
import io.greenpark.alerts.text.UnitText;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What templates can say of a case: as much as the case that it is given. Whoever may not be told a figure is given a case without it, so no template
 * can say it. What a case has none of is not there.
 */
public final class CaseFields {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final Map<MessageField, Bilingual> fields = new EnumMap<>(MessageField.class);
    private final Registry registry;
    private final Case told;
    private final ZoneId zone;

    private CaseFields(Registry registry, Case told) {
        this.registry = registry;
        this.told = told;
        this.zone = told.about().time(registry).zone();
    }

    /**
     * @param told the case as whoever is told it may see it
     * @param repeats how often there was such a one within 30 days; 0 where nobody counted
     */
    public static Map<MessageField, Bilingual> of(
            Registry registry, Case told, CaseEvent event, Wording wording, int repeats) {
        CaseFields made = new CaseFields(registry, told);
        made.put(MessageField.EVENT, wording.event(event.kind()));
        made.what(event);
        made.handling();
        made.place();
        made.measured(wording);
        if (repeats > 0) {
            made.put(MessageField.REPEATS, Integer.toString(repeats));
        }
        return made.fields;
    }

    private void put(MessageField field, @Nullable Bilingual words) {
        if (words != null) {
            fields.put(field, words);
        }
    }

    private void put(MessageField field, @Nullable String text) {
        put(field, text == null ? null : Bilingual.same(text));
    }

    private void what(CaseEvent event) {
        Bilingual who = told.about().name(registry);
        put(MessageField.TITLE, told.title());
        put(MessageField.WHO, who);
        put(
                MessageField.WHAT,
                new Bilingual(
                        without(told.title().zh(), who.zh()),
                        without(told.title().en(), who.en())));
        put(MessageField.SAID, event.comment());
        put(MessageField.SINCE, SHORT.format(told.since().atZone(zone)));
    }

    private static String without(String title, String who) {
        return title.startsWith(who) ? title.substring(who.length()).replaceFirst("^[：:]\\s*", "") : title;
    }

    private void handling() {
        CaseHandling handling = told.handling();
        if (handling != null) {
            put(MessageField.LEVEL, handling.level().words());
            put(MessageField.NUMBER, handling.number());
            put(MessageField.DUE, handling.due() == null ? null : Figures.minute(handling.due(), zone));
        }
    }

    private Optional<Point> point() {
        return Optional.ofNullable(told.pointId()).flatMap(registry::point);
    }

    private void place() {
        Optional<Enterprise> enterprise =
                Optional.ofNullable(told.enterpriseId()).flatMap(registry::enterprise);
        Optional<Park> park = told.about().scope() == Subject.Scope.PARK
                ? registry.park(told.about().id())
                : enterprise.map(registry::parkOf);
        Optional<Bilingual> outlet = outlet().map(Outlet::name);
        put(MessageField.PARK, park.map(Park::name).orElse(null));
        put(MessageField.ENTERPRISE, enterprise.map(Enterprise::name).orElse(null));
        put(MessageField.OUTLET, outlet.orElse(null));
        List<Bilingual> places = Stream.of(park.map(Park::name), enterprise.map(Enterprise::name), outlet)
                .flatMap(Optional::stream)
                .toList();
        put(
                MessageField.PLACE,
                places.isEmpty()
                        ? told.about().name(registry)
                        : new Bilingual(
                                String.join(
                                        " ", places.stream().map(Bilingual::zh).toList()),
                                String.join(
                                        ", ", places.stream().map(Bilingual::en).toList())));
    }

    private Optional<Outlet> outlet() {
        return point().map(Point::outletId).flatMap(registry::outlet);
    }

    private void measured(Wording wording) {
        if (told.rule().ofLimits()) {
            put(
                    MessageField.FACTOR,
                    point().map(p -> wording.factor(p.quantity()).orElse(p.name()))
                            .orElse(null));
            put(
                    MessageField.PERIOD,
                    told.subject().endsWith("/day")
                            ? new Bilingual("日均值", "daily mean")
                            : new Bilingual("小时均值", "hourly mean"));
        }
        BigDecimal figure = told.figure();
        BigDecimal limit = told.limit();
        String unit = told.unit();
        if (figure != null) {
            put(MessageField.FIGURE, figure.toPlainString());
            put(MessageField.VALUE, Figures.with(Figures.figure(figure, limit), unit));
        }
        if (limit != null) {
            put(MessageField.LIMIT, limit.toPlainString());
            put(MessageField.BOUND, Figures.with(Figures.bound(limit), unit));
        }
        put(MessageField.UNIT, unit == null ? null : UnitText.of(unit));
        put(MessageField.TIMES, times(figure, limit));
    }

    /** By how many times its limit a figure is over it (超标倍数); null where it is not, or not by a limit. */
    private @Nullable String times(@Nullable BigDecimal figure, @Nullable BigDecimal limit) {
        return !told.rule().ofLimits()
                        || figure == null
                        || limit == null
                        || limit.signum() <= 0
                        || figure.compareTo(limit) <= 0
                ? null
                : Objects.requireNonNull(figure.divide(limit, 2, RoundingMode.HALF_UP))
                        .subtract(BigDecimal.ONE)
                        .toPlainString();
    }
}
