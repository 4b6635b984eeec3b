package io.greenpark.alerts.cases;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose cases become; neither an account nor an office gives them back to nobody.
 *
 * @param account user name of the one who sees to them; null for no account
 * @param office the office they are left to, in words; null for none
 * @param by who says so
 * @param word what is said with it; null for nothing
 * @param seen accounts and offices of cases, by their ids, as they were when it was decided, empty for nobody's; cases that are not in it are changed
 *     whoever's they are by then
 */
public record OwnerChange(
        @Nullable String account,
        @Nullable String office,
        String by,
        @Nullable String word,
        Map<String, Optional<String>> seen) {
    public OwnerChange {
        seen = Map.copyOf(seen);
    }

    public OwnerChange(@Nullable String account, @Nullable String office, String by, @Nullable String word) {
        this(account, office, by, word, Map.of());
    }

    /** The same, where the cases are still whose they were. */
    public OwnerChange seeing(Collection<Case> cases) {
        Map<String, Optional<String>> owners = new HashMap<>();
        cases.forEach(c -> owners.put(c.id(), nameOf(c.owner())));
        return new OwnerChange(account, office, by, word, owners);
    }

    /** The account or office of an owner; empty for nobody. */
    static Optional<String> nameOf(@Nullable CaseOwner owner) {
        return Optional.ofNullable(owner)
                .map(o -> o.account() == null ? "office " + o.office() : "account " + o.account());
    }

    /** Cases go to an account. */
    public static OwnerChange to(String account, String by, @Nullable String word) {
        return new OwnerChange(account, null, by, word);
    }

    /** Cases are left to an office. */
    public static OwnerChange left(String office, String by, @Nullable String word) {
        return new OwnerChange(null, office, by, word);
    }

    /** Cases are given back. */
    public static OwnerChange back(String by, @Nullable String word) {
        return new OwnerChange(null, null, by, word);
    }

    CaseEvent.Kind kind() {
        return account == null && office == null ? CaseEvent.Kind.GIVEN_BACK : CaseEvent.Kind.ASSIGNED;
    }
}
