package io.greenpark.alerts.cases;

import io.greenpark.park.registry.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are asked for; null leaves a criterion open.
 *
 * @param about whose cases: any of these enterprises, parks and districts
 * @param scope only those about enterprises, parks or the district
 * @param acknowledged whether somebody has acknowledged them
 * @param things only those about one of these devices or points
 * @param raised only those raised in this span
 * @param openSince only those that are open and were raised at this time or before
 * @param owner only those that are somebody's, or are not
 * @param seen only those that whoever asks may see
 * @param handled only those with which people are so far
 */
public record CaseFilter(
        @Nullable Set<Subject> about,
        Subject.@Nullable Scope scope,
        Case.@Nullable State state,
        @Nullable Boolean acknowledged,
        @Nullable Set<Case.Rule> rules,
        @Nullable CaseSeverity severity,
        @Nullable Things things,
        @Nullable Span raised,
        @Nullable Instant openSince,
        @Nullable Owner owner,
        @Nullable Seen seen,
        @Nullable Handled handled) {
    private static final CaseFilter ALL =
            new CaseFilter(null, null, null, null, null, null, null, null, null, null, null, null);

    /** Devices, points and gateways, by id: a case is about one of them where it names it. */
    public record Things(Set<String> devices, Set<String> points, Set<String> gateways) {
        public Things {
            devices = Set.copyOf(devices);
            points = Set.copyOf(points);
            gateways = Set.copyOf(gateways);
        }

        boolean take(Case c) {
            String device = c.deviceId();
            String point = c.pointId();
            return device != null && devices.contains(device)
                    || point != null && points.contains(point)
                    || c.rule() == Case.Rule.GATEWAY_SILENT && gateways.contains(c.subject());
        }
    }

    /**
     * Whose.
     *
     * @param owned whether they are to be of one of the accounts, or of none of them
     */
    public record Owner(boolean owned, Set<String> accounts) {
        public Owner {
            accounts = Set.copyOf(accounts);
        }

        /** Those of any of some accounts. */
        public static Owner of(Set<String> accounts) {
            return new Owner(true, accounts);
        }

        /** Those that are of nobody; whoever is not among some accounts, as one that was closed, is nobody. */
        public static Owner none(Set<String> accounts) {
            return new Owner(false, accounts);
        }

        boolean takes(Case c) {
            return owned == (c.owner() != null && c.owner().isOneOf(accounts));
        }
    }

    /** A span of time, half-open; null where it has no end on that side. */
    public record Span(@Nullable Instant from, @Nullable Instant to) {
        boolean takes(Instant at) {
            return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
        }
    }

    /**
     * What somebody sees: cases about some subjects, cases about some points, and what befell some devices as such. Whoever keeps a
     * device running is not told of the limits that its points are judged by.
     */
    public record Seen(Set<Subject> subjects, Set<String> points, Set<String> devices, boolean trials) {
        public Seen {
            subjects = Set.copyOf(subjects);
            points = Set.copyOf(points);
            devices = Set.copyOf(devices);
        }

        /** Whether a case is among them. */
        public boolean takes(Case c) {
            if (c.trial() && !trials) {
                return false;
            }
            String device = c.deviceId();
            String point = c.pointId();
            return subjects.contains(c.about())
                    || point != null && points.contains(point)
                    || point == null && device != null && devices.contains(device);
        }
    }

    /**
     * How far people are with a case; null leaves a criterion open.
     *
     * @param over whether nothing is to be done any more
     * @param overdueAt only those whose term has passed by then
     * @param number only the one with this number
     */
    public record Handled(
            @Nullable Set<HandlingStage> stages,
            @Nullable Set<CaseLevel> levels,
            @Nullable Boolean over,
            @Nullable Instant overdueAt,
            @Nullable String number) {
        /** Those that people have, or had, something to do about. */
        public static Handled any() {
            return new Handled(null, null, null, null, null);
        }

        /** Those whose term has passed. */
        public static Handled overdue(Instant now) {
            return new Handled(null, null, null, now, null);
        }

        /** Those about which something is to be done. */
        public static Handled toDo() {
            return new Handled(null, null, false, null, null);
        }

        boolean takes(Case c) {
            CaseHandling h = c.handling();
            return h != null
                    && (stages == null || stages.contains(h.stage()))
                    && (levels == null || levels.contains(h.level()))
                    && (over == null || over == h.stage().over())
                    && (overdueAt == null || h.overdue(overdueAt))
                    && (number == null || number.equals(h.number()));
        }
    }

    public static CaseFilter all() {
        return ALL;
    }

    /** The cases of any of {@code subjects}. */
    public static CaseFilter of(Collection<Subject> subjects) {
        return new CaseFilter(Set.copyOf(subjects), null, null, null, null, null, null, null, null, null, null, null);
    }

    public CaseFilter in(Case.@Nullable State wanted) {
        return new CaseFilter(
                about, scope, wanted, acknowledged, rules, severity, things, raised, openSince, owner, seen, handled);
    }

    public CaseFilter only(Subject.@Nullable Scope wanted) {
        return new CaseFilter(
                about, wanted, state, acknowledged, rules, severity, things, raised, openSince, owner, seen, handled);
    }

    public CaseFilter acknowledged(@Nullable Boolean wanted) {
        return new CaseFilter(
                about, scope, state, wanted, rules, severity, things, raised, openSince, owner, seen, handled);
    }

    public CaseFilter rules(@Nullable Set<Case.Rule> wanted) {
        return new CaseFilter(
                about, scope, state, acknowledged, wanted, severity, things, raised, openSince, owner, seen, handled);
    }

    public CaseFilter severity(@Nullable CaseSeverity wanted) {
        return new CaseFilter(
                about, scope, state, acknowledged, rules, wanted, things, raised, openSince, owner, seen, handled);
    }

    public CaseFilter things(@Nullable Things wanted) {
        return new CaseFilter(
                about, scope, state, acknowledged, rules, severity, wanted, raised, openSince, owner, seen, handled);
    }

    public CaseFilter raised(@Nullable Span wanted) {
        return new CaseFilter(
                about, scope, state, acknowledged, rules, severity, things, wanted, openSince, owner, seen, handled);
    }

    public CaseFilter openSince(@Nullable Instant wanted) {
        return new CaseFilter(
                about, scope, state, acknowledged, rules, severity, things, raised, wanted, owner, seen, handled);
    }

    public CaseFilter owner(@Nullable Owner wanted) {
        return new CaseFilter(
                about, scope, state, acknowledged, rules, severity, things, raised, openSince, wanted, seen, handled);
    }

    /** Narrowed to what somebody may see. */
    public CaseFilter seenBy(Seen wanted) {
        return new CaseFilter(
                about, scope, state, acknowledged, rules, severity, things, raised, openSince, owner, wanted, handled);
    }

    /** Only those with which people are so far; what nobody has anything to do about is not among them. */
    public CaseFilter handled(@Nullable Handled wanted) {
        return new CaseFilter(
                about, scope, state, acknowledged, rules, severity, things, raised, openSince, owner, seen, wanted);
    }

    /** Whether a case is asked for. */
    public boolean takes(Case c) {
        return (about == null || about.contains(c.about()))
                && (scope == null || scope == c.about().scope())
                && (state == null || state == c.state())
                && (acknowledged == null || acknowledged == (c.acknowledgedBy() != null))
                && (rules == null || rules.contains(c.rule()))
                && (severity == null || severity == c.severity())
                && (things == null || things.take(c))
                && (owner == null || owner.takes(c))
                && (seen == null || seen.takes(c))
                && (handled == null || handled.takes(c))
                && (raised == null || raised.takes(c.raisedAt()))
                && (openSince == null
                        || c.state() == Case.State.OPEN && !c.raisedAt().isAfter(openSince));
    }
}
