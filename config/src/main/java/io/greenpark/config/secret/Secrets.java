package io.greenpark.config.secret;

import io.greenpark.config.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Making and hashing secrets. A secret made by {@link #secret} has 130 random bits, which cannot be guessed however fast the hash
 * is: one SHA-256 suffices and is quick enough for thousands of devices that connect at once. What a person may have chosen takes a
 * slow hash, which is no matter of this class.
 */
public final class Secrets {
    /** 32 characters that are not confused with each other and never need quoting: five bits each. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int SECRET_CHARACTERS = 26;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A new secret of 130 random bits. */
    public static String secret() {
        return random(SECRET_CHARACTERS);
    }

    /** Random characters that are easily read out. */
    public static String random(int characters) {
        StringBuilder secret = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            secret.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return secret.toString();
    }

    public static byte[] randomBytes(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** Random bytes in hexadecimal. */
    public static String randomHex(int bytes) {
        return HexFormat.of().formatHex(randomBytes(bytes));
    }

    /** A new salt, in hexadecimal. */
    public static String salt() {
        return randomHex(SALT_BYTES);
    }

    /** SHA-256 of the salt's bytes followed by the secret's UTF-8 bytes, hexadecimal. */
    public static String hash(String saltHex, String secret) {
        MessageDigest digest = Sha256.digest();
        digest.update(HexFormat.of().parseHex(saltHex));
        digest.update(secret.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** HMAC-SHA256 of a text: another value for every text, from which neither it nor the key can be told. */
    public static byte[] keyed(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256, which every Java must have", e);
        }
    }

    /** Compares in constant time. */
    public static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
