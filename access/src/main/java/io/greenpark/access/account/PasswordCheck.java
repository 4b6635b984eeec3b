package io.greenpark.access.account;

import io.greenpark.access.account.UserAccount.State;
import io.greenpark.config.secret.Secrets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether passwords are right: at once for those that were once found so, else by a slow hash, whoever is asked for. Any thread may ask. */
final class PasswordCheck {
    private final PasswordHash hashes;
    private final KnownPasswords known = new KnownPasswords();
    /** Compared with where there is no such account, so that it takes the same time. */
    private final String nobody;

    /** Computes a hash. Slow. */
    PasswordCheck(PasswordHash hashes) {
        this.hashes = hashes;
        this.nobody = hashes.of(Secrets.secret());
    }

    /** Whether this is the password of an open account; empty where that cannot be told in no time. */
    Optional<Boolean> atOnce(Optional<AccountRow> row, String password) {
        String hash = hash(row);
        return hash == null ? Optional.empty() : known.matches(row.orElseThrow().userName(), hash, password);
    }

    /** The hash that a password is the right one of; empty where it is not, or there is no open account with one. Slow in any case. */
    Optional<String> slowly(Optional<AccountRow> row, String password) {
        String hash = hash(row);
        boolean right = PasswordHash.matches(hash == null ? nobody : hash, password);
        if (!right || hash == null) {
            return Optional.empty();
        }
        learn(row.orElseThrow().userName(), hash, password);
        return Optional.of(hash);
    }

    private static @Nullable String hash(Optional<AccountRow> row) {
        return row.filter(each -> each.state() != State.CLOSED)
                .map(AccountRow::password)
                .orElse(null);
    }

    /** A hash as accounts have it. Slow. */
    String hash(String password) {
        return hashes.of(password);
    }

    /** Whether it was computed otherwise than hashes are today. */
    boolean isOutdated(String hash) {
        return hashes.isOutdated(hash);
    }

    /** Notes that a password is right, so that it is known at once next time. */
    void learn(String userName, String hash, String password) {
        known.learn(userName, hash, password);
    }
}
