package io.greenpark.access.factor;

import io.greenpark.config.secret.Secrets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Codes that are noted on paper, {@code abcd-efgh-jkmn-pqrs}: 80 random bits, which nobody guesses. */
final class RecoveryCode {
    /** So many are made at a time. */
    static final int COUNT = 10;

    private static final int CHARACTERS = 16;
    private static final String GROUPS = "(?<=\\G.{4})(?=.)";

    private RecoveryCode() {}

    static List<String> make() {
        return Stream.generate(() -> String.join("-", Secrets.random(CHARACTERS).split(GROUPS)))
                .limit(COUNT)
                .toList();
    }

    /** As it was made, however somebody has typed it. */
    static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
