package io.greenpark.alerts.marking;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Ids of marks: people read them out and type them, and nobody guesses another's. */
final class MarkId {
    /** No letters that look like digits. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private MarkId() {}

    static String next(LocalDate day) {
        StringBuilder id = new StringBuilder("BJ-" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-");
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
