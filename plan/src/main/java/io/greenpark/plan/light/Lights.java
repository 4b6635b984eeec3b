package io.greenpark.plan.light;

import io.greenpark.plan.target.Direction;
import io.greenpark.plan.target.LightMarks;
import io.greenpark.plan.target.Plan;
import io.greenpark.plan.target.PlanPeriod;
import io.greenpark.plan.target.PlanTarget;
import io.greenpark.plan.value.Course;
import io.greenpark.plan.value.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges targets by their figures. The same figures give the same light at any time. */
public final class Lights {
    private Lights() {}

    /**
     * How a target stands at the end of a period.
     *
     * @param listed whom its rule lists, of a list; else null
     */
    public static Standing of(Plan plan, PlanTarget target, Course course, @Nullable Listed listed) {
        if (course.at().quartersSince(plan.firstYear()) <= 0) {
            return Standing.grey(Why.NOT_BEGUN_YET);
        }
        return switch (target.type()) {
            case CUMULATIVE -> cumulative(plan, target, course);
            case YEARLY_AVERAGE -> average(plan, target, course);
            case SHARE -> share(plan, target, course);
            case GROWTH -> growth(plan.marks(), target, course);
            case LIST -> list(target, course, listed);
            case QUALITATIVE -> qualitative(target, course);
        };
    }

    /**
     * Whom a rule lists.
     *
     * @param listed how many it names
     * @param unknown of how many nobody can tell
     * @param judged of how many somebody can
     */
    public record Listed(int listed, int unknown, int judged) {}

    /** What of an amount goes with the time that is gone at the end of a period; divided last, so that whole shares are exact. */
    private static BigDecimal proRata(BigDecimal amount, Plan plan, PlanTarget target, PlanPeriod at) {
        int all = target.due().quartersSince(plan.firstYear());
        int gone = Math.min(at.quartersSince(plan.firstYear()), all);
        return amount.multiply(BigDecimal.valueOf(gone)).divide(BigDecimal.valueOf(all), MathContext.DECIMAL64);
    }

    private static boolean isDue(PlanTarget target, Course course) {
        return course.isOver(target.due());
    }

    private static Standing cumulative(Plan plan, PlanTarget target, Course course) {
        BigDecimal amount = amountInAll(plan, target);
        Course.Total total = course.total(target.counting());
        BigDecimal reached = total.value();
        if (amount == null) {
            return new Standing(Light.GREY, Why.NO_AMOUNT, reached, null, null);
        }
        if (reached == null) {
            return Standing.grey(Why.NOTHING_KNOWN);
        }
        BigDecimal expected = proRata(amount, plan, target, course.at());
        if (target.direction() == Direction.AT_MOST) {
            return total.whole()
                    ? onPath(target, course, reached, expected, amount, plan.marks())
                    : Standing.of(Light.GREY, Why.PERIODS_MISSING, reached, expected);
        }
        if (reached.compareTo(amount) >= 0) {
            return Standing.of(Light.GREEN, Why.REACHED, reached, expected);
        }
        // What is missing can only add to it.
        if (!total.whole() && reached.compareTo(expected) < 0) {
            return Standing.of(Light.GREY, Why.PERIODS_MISSING, reached, expected);
        }
        return onPath(target, course, reached, expected, amount, plan.marks());
    }

    /** The amount in all: as it is stated, else so much a year over the years until it is due. */
    private static @Nullable BigDecimal amountInAll(Plan plan, PlanTarget target) {
        if (target.amount() != null) {
            return target.amount();
        }
        int years = target.due().year() - plan.firstYear() + 1;
        return target.yearly() == null ? null : target.yearly().multiply(BigDecimal.valueOf(years));
    }

    private static Standing onPath(
            PlanTarget target,
            Course course,
            BigDecimal reached,
            BigDecimal expected,
            BigDecimal amount,
            LightMarks marks) {
        if (isDue(target, course)) {
            return target.direction().reaches(reached, amount)
                    ? Standing.of(Light.GREEN, Why.REACHED, reached, amount)
                    : Standing.of(Light.RED, Why.OVERDUE, reached, amount);
        }
        if (target.direction().reaches(reached, expected)) {
            return Standing.of(Light.GREEN, Why.ON_PATH, reached, expected);
        }
        BigDecimal tolerated = tolerated(target.direction(), expected, BigDecimal.ZERO, marks);
        return target.direction().reaches(reached, tolerated)
                ? Standing.of(Light.AMBER, Why.BEHIND_PATH, reached, expected)
                : Standing.of(Light.RED, Why.FAR_BEHIND_PATH, reached, expected);
    }

    /** What still is amber: the share of the way from where it began, or as much beyond where less is better. */
    private static BigDecimal tolerated(Direction direction, BigDecimal expected, BigDecimal from, LightMarks marks) {
        BigDecimal slack = expected.subtract(from).abs().multiply(BigDecimal.ONE.subtract(marks.amberShare()));
        return direction == Direction.AT_LEAST ? expected.subtract(slack) : expected.add(slack);
    }

    private static Standing average(Plan plan, PlanTarget target, Course course) {
        if (target.amount() == null) {
            return Standing.grey(Why.NO_AMOUNT);
        }
        int years = target.due().year() - plan.firstYear() + 1;
        Averages averages = new Averages(target.averaging(), target.direction(), target.amount(), years);
        List<BigDecimal> changes = new ArrayList<>();
        for (int year = plan.firstYear();
                year <= Math.min(course.at().year(), target.due().year());
                year++) {
            Optional<BigDecimal> change = course.ofYear(year).map(Figure::value);
            if (change.isEmpty()) {
                // In a quarter its year may have no figure yet; a year has to have one.
                if (year == course.at().year() && course.at().quarter() != null && !changes.isEmpty()) {
                    break;
                }
                return Standing.grey(course.newest().isEmpty() ? Why.NOTHING_KNOWN : Why.PERIODS_MISSING);
            }
            changes.add(change.get());
        }
        return average(averages, changes, running(target, course, changes, plan), plan.marks());
    }

    /** Whether the last of the changes is of a year that is not over. */
    private static boolean running(PlanTarget target, Course course, List<BigDecimal> changes, Plan plan) {
        boolean newest = plan.firstYear() + changes.size() - 1 == course.at().year();
        return newest && !course.isOver(PlanPeriod.year(course.at().year())) && !isDue(target, course);
    }

    private static Standing average(Averages averages, List<BigDecimal> changes, boolean running, LightMarks marks) {
        BigDecimal reached = averages.reached(changes);
        BigDecimal expected = averages.path(changes.size());
        boolean last = changes.size() == averages.years() && !running;
        if (averages.isOnPath(changes)) {
            return Standing.of(Light.GREEN, last ? Why.REACHED : Why.ON_PATH, reached, expected);
        }
        if (last) {
            return Standing.of(Light.RED, Why.OVERDUE, reached, expected);
        }
        // A year that runs may still end otherwise than it stands.
        List<BigDecimal> over = running ? changes.subList(0, changes.size() - 1) : changes;
        boolean makeUp = averages.canBeMadeUp(over, marks.makeUp());
        BigDecimal needed = averages.needed(over);
        return makeUp
                ? new Standing(Light.AMBER, Why.CAN_BE_MADE_UP, reached, expected, needed)
                : new Standing(Light.RED, Why.CANNOT_BE_MADE_UP, reached, expected, needed);
    }

    private static Standing share(Plan plan, PlanTarget target, Course course) {
        BigDecimal reached = course.newest().map(Figure::value).orElse(null);
        BigDecimal amount = target.amount();
        if (amount == null) {
            return new Standing(Light.GREY, Why.NO_AMOUNT, reached, null, null);
        }
        if (reached == null) {
            return Standing.grey(Why.NOTHING_KNOWN);
        }
        if (target.direction().reaches(reached, amount)) {
            return Standing.of(Light.GREEN, Why.REACHED, reached, amount);
        }
        if (isDue(target, course)) {
            return Standing.of(Light.RED, Why.OVERDUE, reached, amount);
        }
        BigDecimal base = target.base();
        if (base == null) {
            return Standing.of(Light.AMBER, Why.NOT_REACHED_YET, reached, amount);
        }
        BigDecimal expected = base.add(proRata(amount.subtract(base), plan, target, course.at()));
        if (target.direction().reaches(reached, expected)) {
            return Standing.of(Light.GREEN, Why.ON_PATH, reached, expected);
        }
        return target.direction().reaches(reached, tolerated(target.direction(), expected, base, plan.marks()))
                ? Standing.of(Light.AMBER, Why.BEHIND_PATH, reached, expected)
                : Standing.of(Light.RED, Why.FAR_BEHIND_PATH, reached, expected);
    }

    private static Standing growth(LightMarks marks, PlanTarget target, Course course) {
        BigDecimal amount = target.amount();
        Optional<Figure> newest = course.newest();
        if (amount == null) {
            return Standing.grey(Why.NO_AMOUNT);
        }
        if (newest.isEmpty() || newest.get().value() == null) {
            return Standing.grey(Why.NOTHING_KNOWN);
        }
        // Another year says nothing of this one, but that in a quarter the year before is the last that is over.
        int least = course.at().year() - (course.at().quarter() == null ? 0 : 1);
        if (newest.get().period().year() < least) {
            return Standing.grey(Why.PERIODS_MISSING);
        }
        BigDecimal reached = newest.get().value();
        if (target.direction().reaches(reached, amount)) {
            return Standing.of(Light.GREEN, Why.REACHED, reached, amount);
        }
        return target.direction().reaches(reached, tolerated(target.direction(), amount, BigDecimal.ZERO, marks))
                ? Standing.of(Light.AMBER, Why.BELOW_TARGET, reached, amount)
                : Standing.of(Light.RED, Why.FAR_BELOW_TARGET, reached, amount);
    }

    private static Standing list(PlanTarget target, Course course, @Nullable Listed listed) {
        if (listed == null || listed.judged() == 0) {
            return Standing.grey(Why.NOTHING_KNOWN);
        }
        BigDecimal all = BigDecimal.valueOf(listed.listed());
        BigDecimal seenTo = course.newest().map(Figure::value).orElse(null);
        boolean done = listed.listed() == 0 || (seenTo != null && seenTo.compareTo(all) >= 0);
        if (!done) {
            return isDue(target, course)
                    ? Standing.of(Light.RED, Why.OVERDUE, seenTo, all)
                    : Standing.of(Light.AMBER, Why.SOME_NOT_SEEN_TO, seenTo, all);
        }
        if (listed.unknown() > 0) {
            return Standing.of(Light.AMBER, Why.SOME_NOT_JUDGED, seenTo, all);
        }
        return Standing.of(Light.GREEN, listed.listed() == 0 ? Why.NONE_LISTED : Why.ALL_SEEN_TO, seenTo, all);
    }

    private static Standing qualitative(PlanTarget target, Course course) {
        Optional<Figure> newest = course.newest();
        if (newest.isEmpty() || newest.get().progress() == null) {
            return Standing.grey(Why.NOTHING_KNOWN);
        }
        boolean due = isDue(target, course);
        return switch (newest.get().progress()) {
            case DONE -> Standing.of(Light.GREEN, Why.DONE, null, null);
            case UNDER_WAY ->
                due
                        ? Standing.of(Light.RED, Why.OVERDUE, null, null)
                        : Standing.of(Light.GREEN, Why.UNDER_WAY, null, null);
            case NOT_BEGUN ->
                due
                        ? Standing.of(Light.RED, Why.OVERDUE, null, null)
                        : Standing.of(Light.AMBER, Why.NOT_STARTED, null, null);
        };
    }
}
