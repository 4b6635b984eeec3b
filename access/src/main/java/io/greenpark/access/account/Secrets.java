package io.greenpark.access.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets that are made here, which nobody can guess, however quickly they are hashed. */
public final class Secrets {
    /** 32 characters that are not confused with each other and never need quoting: five bits each. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int SECRET_CHARACTERS = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A new one of 130 random bits. */
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

    /** SHA-256 in hexadecimal, for secrets that cannot be guessed. */
    public static String hash(String secret) {
        return hash(new byte[0], secret);
    }

    /** SHA-256 of a salt and a secret, in hexadecimal. */
    static String hash(byte[] salt, String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }

    /** Compares in constant time. */
    static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
