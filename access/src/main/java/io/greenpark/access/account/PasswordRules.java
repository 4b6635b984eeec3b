package io.greenpark.access.account;

import java.util.Locale;
import java.util.Set;

/**
 * What a password that a person chooses must be: long enough that some hundred guesses a day find nothing. No kinds of characters
 * are asked for, and it does not age (NIST SP 800-63B-4, 3.1.1.2).
 */
final class PasswordRules {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;
    private static final int FEWEST_CHARACTERS = 5;
    private static final Set<String> WELL_KNOWN = Set.of(
            "123456789012",
            "1234567890123",
            "qwertyuiopas",
            "password1234",
            "admin1234567",
            "administrator",
            "greenpark123",
            "greenpark1234");

    private PasswordRules() {}

    /** Refuses one that is too easy. */
    static void require(String userName, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw AccountProblem.invalid(
                    "密码有 " + length + " 个字符；须为 " + SHORTEST + " 至 " + LONGEST + " 个字符，可用一句话",
                    "the password has " + length + " characters; " + SHORTEST + " to " + LONGEST
                            + " are asked for, a sentence will do");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (WELL_KNOWN.contains(lower)
                || lower.contains(userName.toLowerCase(Locale.ROOT))
                || password.codePoints().distinct().count() < FEWEST_CHARACTERS) {
            throw AccountProblem.invalid(
                    "密码太容易猜到：不得包含用户名，不得为常见密码或少数几个字符的重复；请另选一个",
                    "the password is too easy to guess: it may not contain the user name, be a common one, or repeat a few"
                            + " characters; choose another");
        }
    }
}
