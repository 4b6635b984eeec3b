package io.greenpark.registry.credential;

import io.greenpark.config.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Making and hashing secrets. A secret made by {@link #secret} has 130 random bits, which cannot be guessed however fast
 * the hash is: one salted SHA-256 suffices and is quick enough for thousands of devices that connect at once.
 */
final class Hashes {
    /** 32 characters that are not confused with each other and never need quoting. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int SECRET_CHARACTERS = 26;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Hashes() {}

    /** A new secret of 130 random bits. */
    static String secret() {
        StringBuilder secret = new StringBuilder(SECRET_CHARACTERS);
        for (int i = 0; i < SECRET_CHARACTERS; i++) {
            secret.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return secret.toString();
    }

    /** Random bytes in hexadecimal. */
    static String randomHex(int bytes) {
        return HexFormat.of().formatHex(randomBytes(bytes));
    }

    static byte[] randomBytes(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    static String salt() {
        return randomHex(SALT_BYTES);
    }

    /** SHA-256 of the salt's bytes followed by the secret's UTF-8 bytes, hexadecimal. */
    static String quick(String saltHex, String secret) {
        MessageDigest digest = Sha256.digest();
        digest.update(HexFormat.of().parseHex(saltHex));
        digest.update(secret.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Compares in constant time. */
    static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
