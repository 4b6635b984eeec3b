package io.greenpark.cleanproduction.round;

import io.greenpark.park.cleanproduction.AuditStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All terms there are.
 *
 * @param all in the order in which they were set; of two of the same step, of the same and from the same day, the later holds
 */
public record Terms(List<Term> all) {
    public Terms {
        all = List.copyOf(all);
    }

    /** Of whom a term says something: the newest of each kind is in force. */
    private record Kind(
            @Nullable AuditStep base,
            @Nullable Register register,
            @Nullable AuditReason reason) {}

    /**
     * The term of a step that runs from a day; of several the one that says most narrowly of whom, and then the shortest. Empty where there is none.
     *
     * @param base the step that it runs from; null for the approved list
     * @param listing how the audit is listed; null where it is not
     */
    public Optional<Term> of(AuditStep step, @Nullable AuditStep base, @Nullable Listing listing, LocalDate from) {
        Map<Kind, Term> inForce = new HashMap<>();
        for (Term term : all) {
            if (term.step() == step
                    && Objects.equals(term.base(), base)
                    && !term.validFrom().isAfter(from)) {
                inForce.merge(
                        new Kind(term.base(), term.register(), term.reason()),
                        term,
                        (one, later) -> later.validFrom().isBefore(one.validFrom()) ? one : later);
            }
        }
        List<Term> fitting = new ArrayList<>(inForce.values());
        fitting.removeIf(term -> !term.isFor(listing));
        int narrowest = fitting.stream().mapToInt(Term::narrowness).max().orElse(0);
        return fitting.stream()
                .filter(term -> term.narrowness() == narrowest && term.months() != null)
                .min(Comparator.comparing(Term::months, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    /** The steps that terms of a step run from. */
    List<AuditStep> bases(AuditStep step) {
        return all.stream()
                .filter(term -> term.step() == step)
                .map(Term::base)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
