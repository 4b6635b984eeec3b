package io.greenpark.access.account;

import io.greenpark.config.secret.Secrets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Right passwords that this process has seen, under a key that lives and dies with it: who has the right one gets in without waiting
 * for a slow hash, however many others try. Any thread may call.
 */
final class KnownPasswords {
    private static final int KEY_BYTES = 32;

    private final byte[] key = Secrets.randomBytes(KEY_BYTES);
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** Of which hash a password was the right one; of another hash it is not. */
    private record Known(String hash, byte[] keyed) {}

    /** Notes that a password was right. */
    void learn(String userName, String hash, String password) {
        known.put(userName, new Known(hash, keyed(userName, password)));
    }

    /** Whether it is the right one of a hash; empty where none was right yet. */
    Optional<Boolean> matches(String userName, String hash, String password) {
        Known right = known.get(userName);
        byte[] tried = keyed(userName, password);
        return right == null || !right.hash.equals(hash)
                ? Optional.empty()
                : Optional.of(MessageDigest.isEqual(right.keyed, tried));
    }

    private byte[] keyed(String userName, String password) {
        return Secrets.keyed(key, userName + '\0' + password);
    }
}
