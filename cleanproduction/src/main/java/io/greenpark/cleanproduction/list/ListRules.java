package io.greenpark.cleanproduction.list;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether an edition may be proposed. */
public final class ListRules {
    private ListRules() {}

    /**
     * What stands against it; empty where nothing does.
     *
     * @param known whether an enterprise is in the registry
     */
    public static Optional<ListRefusal> against(
            ListDraft draft, Lists lists, Predicate<String> known, LocalDate today) {
        ListEdition before = lists.newest().orElse(null);
        if (!Objects.equals(draft.basedOn(), before == null ? null : Long.valueOf(before.number()))) {
            return refused(ListRefusal.Kind.STALE, List.of());
        }
        if (lists.open().isPresent()) {
            return refused(ListRefusal.Kind.OPEN, List.of());
        }
        if (draft.enterprises().isEmpty()) {
            return refused(ListRefusal.Kind.EMPTY, List.of());
        }
        if (draft.approvedOn().isAfter(today)) {
            return refused(ListRefusal.Kind.IN_THE_FUTURE, List.of());
        }
        if (before != null && draft.validFrom().isBefore(before.validFrom())) {
            return refused(ListRefusal.Kind.TOO_EARLY, List.of());
        }
        // Who left the registry may stay on the list that it was on: only a document takes it off.
        List<String> unknown = draft.enterprises().stream()
                .filter(id -> !known.test(id) && (before == null || !before.has(id)))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            return refused(ListRefusal.Kind.UNKNOWN, unknown);
        }
        List<String> notLeaving = draft.left().keySet().stream()
                .filter(id -> draft.enterprises().contains(id) || before == null || !before.has(id))
                .sorted()
                .toList();
        if (!notLeaving.isEmpty()) {
            return refused(ListRefusal.Kind.NOT_LEAVING, notLeaving);
        }
        List<String> silent = before == null
                ? List.of()
                : before.members().stream()
                        .map(Member::enterprise)
                        .filter(id -> !draft.enterprises().contains(id)
                                && !draft.left().containsKey(id))
                        .sorted()
                        .toList();
        return silent.isEmpty() ? Optional.empty() : refused(ListRefusal.Kind.NO_REASON, silent);
    }

    private static Optional<ListRefusal> refused(ListRefusal.Kind kind, List<String> enterprises) {
        return Optional.of(new ListRefusal(kind, enterprises));
    }
}
