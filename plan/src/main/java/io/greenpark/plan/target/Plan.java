package io.greenpark.plan.target;

import io.greenpark.park.text.Bilingual;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan.
 *
 * @param id its name in addresses
 * @param document its number, or what it is, as 征求意见稿
 * @param closed whether nothing of it changes any more: neither targets nor values
 * @param version 1, 2, 3 ... of every change of it; values have their own
 * @param targets in the order of the plan, each number once
 */
public record Plan(
        String id,
        Bilingual name,
        Bilingual document,
        PlanState state,
        boolean closed,
        int baseYear,
        int firstYear,
        int lastYear,
        LightMarks marks,
        long version,
        List<PlanTarget> targets) {
    private static final int MOST_YEARS = 30;

    public Plan {
        targets = List.copyOf(targets);
        if (baseYear > firstYear || firstYear > lastYear || lastYear - firstYear >= MOST_YEARS) {
            throw new IllegalArgumentException("a plan runs from its first to its last year, at most " + MOST_YEARS
                    + " of them, with its base year not after the first; not " + baseYear + ", " + firstYear + " to "
                    + lastYear);
        }
        Set<String> numbers = new HashSet<>();
        for (PlanTarget target : targets) {
            if (!numbers.add(target.number())) {
                throw new IllegalArgumentException("target " + target.number() + " is there twice");
            }
            if (target.due().year() < firstYear || target.due().year() > lastYear) {
                throw new IllegalArgumentException("target " + target.number() + " is due in "
                        + target.due().code() + ", outside of " + firstYear + " to " + lastYear);
            }
        }
    }

    public Optional<PlanTarget> target(String number) {
        return targets.stream().filter(t -> t.number().equals(number)).findFirst();
    }

    /** Whether a period is one of it. */
    public boolean has(PlanPeriod period) {
        return period.year() >= firstYear && period.year() <= lastYear;
    }

    /** How many years it has. */
    public int years() {
        return lastYear - firstYear + 1;
    }

    /** The same with another version. */
    public Plan withVersion(long now) {
        return new Plan(id, name, document, state, closed, baseYear, firstYear, lastYear, marks, now, targets);
    }

    /** The same as a plan of its own: open, a draft, with its years moved. */
    public Plan copied(String newId, Bilingual newName, Bilingual newDocument, int newFirstYear) {
        int years = newFirstYear - firstYear;
        return new Plan(
                newId,
                newName,
                newDocument,
                PlanState.DRAFT,
                false,
                baseYear + years,
                newFirstYear,
                lastYear + years,
                marks,
                1,
                targets.stream().map(t -> t.moved(years)).toList());
    }

    /** The id of a plan that somebody may choose; null where the text is none. */
    public static @Nullable String idOf(String text) {
        return text.matches("[a-z0-9][a-z0-9-]{0,59}") ? text : null;
    }
}
