package io.greenpark.access.factor;

import io.greenpark.config.secret.SealingKey;
import io.greenpark.config.secret.SecretFolder;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key of {@code credentials/second-factor-key}: who has only the books reads no secret in them and guesses no recovery code. It goes
 * into backups with the other credentials. Any thread may call.
 */
final class FactorKey {
    private static final String FILE = "second-factor-key";

    private final SealingKey key;

    private FactorKey(SealingKey key) {
        this.key = key;
    }

    /** Reads the key, and makes it where there is none. */
    static FactorKey open(SecretFolder folder) {
        return new FactorKey(SealingKey.open(folder, FILE, "then second factors have to be reset"));
    }

    /** Encrypts what is kept for somebody; another text each time. */
    String seal(String userName, byte[] secret) {
        return key.seal(userName, secret);
    }

    /** What was encrypted for somebody; empty if it was with another key, or for another one. */
    Optional<byte[]> open(String userName, String sealed) {
        return key.open(userName, sealed);
    }

    /** What is kept of a recovery code. */
    String hash(String userName, String code) {
        return HexFormat.of().formatHex(key.keyed("recovery code\0" + userName + "\0" + code));
    }
}
