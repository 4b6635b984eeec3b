package io.greenpark.alerts.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Ids made of what they stand for: evaluating or notifying again meets the same row. */
public final class CaseId {
    private CaseId() {}

    /** @param generation how many cases of the key began at the same time before */
    static String of(CaseKey key, Instant since, int generation) {
        String words = key.rule().code() + "\n" + key.subject() + "\n" + since.toEpochMilli() + "\n" + generation;
        return hash(words, 6);
    }

    /** The first {@code bytes} bytes of the SHA-256 of {@code words}, in hexadecimal. */
    public static String hash(String words, int bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
