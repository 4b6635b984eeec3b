package io.greenpark.accounting.basis;

import io.greenpark.park.registry.Subject;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/**
 * Some facts that figures rest on, told apart by the figures. Kept as "kind:id".
 *
 * @param id of a point or enterprise; "enterprise:year" of statistics, "scope:id" of members and targets
 */
record BasisKey(Kind kind, String id) {
    private static final String SEPARATOR = ":";

    enum Kind {
        /** What the hours of a point rest on. */
        POINT,
        /** Coefficients: what all figures of an enterprise in standard coal rest on. */
        FACTORS,
        /** What is metered at the boundary of an enterprise, and when. */
        METERING,
        /** Statistics of an enterprise for a year. */
        STATISTICS,
        /** The enterprises that make up a park or the district. */
        MEMBERS,
        /** Targets of an enterprise, a park or the district. */
        TARGETS
    }

    static BasisKey point(String id) {
        return new BasisKey(Kind.POINT, id);
    }

    static BasisKey factors(String enterprise) {
        return new BasisKey(Kind.FACTORS, enterprise);
    }

    static BasisKey metering(String enterprise) {
        return new BasisKey(Kind.METERING, enterprise);
    }

    static BasisKey statistics(String enterprise, YearMonth month) {
        return new BasisKey(Kind.STATISTICS, enterprise + SEPARATOR + month.getYear());
    }

    /** What begins how all statistics of an enterprise are kept. */
    static String statisticsOf(String enterprise) {
        return new BasisKey(Kind.STATISTICS, enterprise + SEPARATOR).text();
    }

    static BasisKey members(Subject area) {
        return new BasisKey(Kind.MEMBERS, code(area));
    }

    static BasisKey targets(Subject subject) {
        return new BasisKey(Kind.TARGETS, code(subject));
    }

    private static String code(Subject subject) {
        return subject.scope().name().toLowerCase(Locale.ROOT) + SEPARATOR + subject.id();
    }

    /** How it is kept. */
    String text() {
        return kind.name().toLowerCase(Locale.ROOT) + SEPARATOR + id;
    }

    /** Reads what {@link #text} wrote; empty for what an earlier version kept. */
    static Optional<BasisKey> ofText(String text) {
        for (Kind kind : Kind.values()) {
            String prefix = kind.name().toLowerCase(Locale.ROOT) + SEPARATOR;
            if (text.startsWith(prefix)) {
                return Optional.of(new BasisKey(kind, text.substring(prefix.length())));
            }
        }
        return Optional.empty();
    }

    /** Whose members or targets these are. */
    Subject subject() {
        int colon = id.indexOf(SEPARATOR);
        Subject.Scope scope = Subject.Scope.valueOf(id.substring(0, colon).toUpperCase(Locale.ROOT));
        return new Subject(scope, id.substring(colon + 1));
    }

    /** The enterprise whose factors, metering or statistics these are. */
    String enterprise() {
        return kind == Kind.STATISTICS ? id.substring(0, id.lastIndexOf(SEPARATOR)) : id;
    }

    /** The year of statistics. */
    int year() {
        return Integer.parseInt(id.substring(id.lastIndexOf(SEPARATOR) + 1));
    }
}
