package io.greenpark.cleanproduction.list;

import io.greenpark.cleanproduction.round.Membership;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All editions.
 *
 * @param editions by number
 */
public record Lists(List<ListEdition> editions) {
    public Lists {
        editions = List.copyOf(editions);
    }

    /** Approved editions in the order in which they come into force; of two of one day the later number holds. */
    private List<ListEdition> approved() {
        return editions.stream()
                .filter(ListEdition::isApproved)
                .sorted(Comparator.comparing(ListEdition::validFrom).thenComparing(ListEdition::number))
                .toList();
    }

    /** The list on a day; empty where there was none. */
    public Optional<ListEdition> at(LocalDate day) {
        return approved().stream().filter(e -> !e.validFrom().isAfter(day)).reduce((one, later) -> later);
    }

    /** The newest approved edition, be it in force or to come; a change is based on it. */
    public Optional<ListEdition> newest() {
        return approved().stream().reduce((one, later) -> later);
    }

    /** The edition that waits for its second signature; empty where none does. */
    public Optional<ListEdition> open() {
        return editions.stream().filter(e -> e.decision() == null).findFirst();
    }

    /** Since when an enterprise is on the list of a day without a break; null where it is not. */
    public @Nullable Membership member(String enterprise, LocalDate day) {
        LocalDate since = null;
        Instant known = null;
        for (ListEdition edition : approved()) {
            if (edition.validFrom().isAfter(day)) {
                break;
            }
            if (!edition.has(enterprise)) {
                since = null;
            } else if (since == null) {
                since = edition.validFrom();
                known = Objects.requireNonNull(edition.decision()).at();
            }
        }
        return since == null || known == null ? null : new Membership(since, known);
    }
}
