package io.greenpark.alerts.rulebook;

import io.greenpark.alerts.cases.Case;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule: by what a kind is judged for something.
 *
 * @param id unique in the installation; what is shipped has the code of its kind
 * @param version 1, 2, 3 ...; 0 for what is shipped, as long as nobody changed it
 * @param target id of what it is for
 * @param values by the names of {@link RuleForm#parameters()}: an {@link Integer}, a {@link Duration} or a {@link BigDecimal}
 * @param season days of the year on which it holds; null for all
 * @param trial whether it is on trial: its cases are shown to people of the authority, and nobody is told
 * @param from first day on which this version holds; null for what is shipped, which always did
 * @param to last day on which it holds; null for no end
 * @param bases ids of the legal bases that it cites
 * @param confirmed whether somebody confirmed what it says
 * @param note for people of the authority; empty for none
 */
public record AlertRule(
        String id,
        long version,
        Case.Rule kind,
        RuleScope scope,
        String target,
        SortedMap<String, Object> values,
        @Nullable Season season,
        boolean trial,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> bases,
        boolean confirmed,
        String note) {
    /** The target of rules for the district, of which there is one. */
    public static final String DISTRICT = "district";

    public AlertRule {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        bases = List.copyOf(bases);
    }

    /** What the platform ships of a kind, for the whole district. */
    public static AlertRule shipped(Case.Rule kind, Map<String, Object> values, boolean trial, List<String> bases) {
        return new AlertRule(
                kind.code(),
                0,
                kind,
                RuleScope.DISTRICT,
                DISTRICT,
                new TreeMap<>(values),
                null,
                trial,
                null,
                null,
                bases,
                false,
                "");
    }

    /** The same, holding from another day on. */
    AlertRule holdingFrom(LocalDate day) {
        return between(trial, day, to);
    }

    /** The same as a version that is over with a day, and tells nobody until then where its kind can be on trial. */
    AlertRule endingOn(LocalDate day) {
        return between(trial || RuleForm.of(kind).besides(), day, day);
    }

    private AlertRule between(boolean onTrial, @Nullable LocalDate first, @Nullable LocalDate last) {
        return new AlertRule(
                id, version, kind, scope, target, values, season, onTrial, first, last, bases, confirmed, note);
    }

    /** Whether it is the one of its kind that holds where no other one does. */
    public boolean isBase() {
        return id.equals(kind.code());
    }

    /** How the value of a parameter is written. */
    public String text(String parameter) {
        return RuleDocument.text(value(parameter));
    }

    public int whole(String parameter) {
        return (Integer) value(parameter);
    }

    public Duration length(String parameter) {
        return (Duration) value(parameter);
    }

    public BigDecimal decimal(String parameter) {
        return (BigDecimal) value(parameter);
    }

    private Object value(String parameter) {
        return Objects.requireNonNull(values.get(parameter), parameter);
    }

    /** Whose a rule is: the enterprise of an outlet, device or point, the district of an industry; empty where the registry does not have it. */
    public Optional<Subject> subject(Registry registry) {
        String id = target;
        Subject district = Subject.district(registry.facts().districtId());
        return switch (scope) {
            case DISTRICT -> Optional.of(district);
            case PARK -> registry.park(id).map(p -> Subject.park(id));
            case INDUSTRY ->
                registry.facts().enterprises().stream()
                                .map(Enterprise::industry)
                                .anyMatch(id::equals)
                        ? Optional.of(district)
                        : Optional.empty();
            case ENTERPRISE -> registry.enterprise(id).map(e -> Subject.enterprise(id));
            case OUTLET -> registry.outlet(id).map(Outlet::enterpriseId).map(Subject::enterprise);
            case DEVICE -> registry.device(id).map(d -> Subject.enterprise(d.enterpriseId()));
            case POINT -> registry.point(id).map(p -> Subject.enterprise(p.enterpriseId()));
        };
    }
}
