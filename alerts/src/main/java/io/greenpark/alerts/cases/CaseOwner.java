package io.greenpark.alerts.cases;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sees to a case: an account, or an office that it was left to in words.
 *
 * @param account user name; null where it is an office
 * @param office what the office is called; null where it is an account
 * @param since when it became so
 */
public record CaseOwner(@Nullable String account, @Nullable String office, Instant since) {
    /** Whether it is one of some accounts. */
    boolean isOneOf(Set<String> accounts) {
        return account != null && accounts.contains(account);
    }
}
