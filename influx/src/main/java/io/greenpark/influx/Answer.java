package io.greenpark.influx;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The server's answer to a request, and what that means for its lines, judged by status and words alone.
 *
 * @param status HTTP status; 0 if there was no answer
 * @param words what it said, or what was in the way
 * @param retryAfter how long it asked to be left alone; null if it did not
 */
record Answer(
        WriteOutcome outcome,
        int status,
        String words,
        @Nullable Duration retryAfter) {
    /** What becomes of the lines of a request. */
    enum WriteOutcome {
        /** The server holds them. */
        WRITTEN,
        /** Some of them are to blame and will be refused again; the others may or may not be held. */
        LINES,
        /** Too many at once. */
        TOO_LARGE,
        /** Later, and fewer: the server is overloaded or slow. */
        BUSY,
        /** The credentials are unknown or may not write. */
        DENIED,
        /** There is no such database, bucket or mapping. */
        NO_DATABASE,
        /** Something is wrong with the server, for instance its disk. */
        FAULT,
        /** There was no answer. */
        AWAY
    }

    static final Answer OK = new Answer(WriteOutcome.WRITTEN, 204, "", null);

    /**
     * Words by which servers blame lines: 1.x and 2.x "partial write: field type conflict …", "unable to parse …",
     * "… points beyond retention policy …"; 3 Core "partial write of line protocol occurred", "… parsing for line
     * protocol failed". A refusal in other words is not taken to be the lines' fault, since that would give up lines
     * that are good.
     */
    private static final List<String> BLAME = List.of(
            "partial write",
            "unable to parse",
            "field type conflict",
            "beyond retention policy",
            "line protocol",
            "write_lp",
            "invalid column type",
            "max key size");

    /** Words of a server in trouble, which 1.x also wraps into "partial write: … no space left on device dropped=1". */
    private static final List<String> TROUBLE =
            List.of("no space left", "input/output error", "read-only file system", "too many open files", "engine:");

    private static final Pattern DROPPED = Pattern.compile("dropped=(\\d+)");
    private static final Pattern LINE_NUMBER = Pattern.compile("\"line_number\"");
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

    static Answer of(int status, String words, @Nullable String retryAfter, Clock clock) {
        Duration after = retryAfter == null ? null : parse(retryAfter.strip(), clock.instant());
        return new Answer(outcome(status, words.toLowerCase(Locale.ROOT)), status, words, after);
    }

    private static WriteOutcome outcome(int status, String words) {
        boolean blamed =
                BLAME.stream().anyMatch(words::contains) && TROUBLE.stream().noneMatch(words::contains);
        return switch (status) {
            case 200, 204 -> WriteOutcome.WRITTEN;
            case 401, 403 -> WriteOutcome.DENIED;
            case 404 -> WriteOutcome.NO_DATABASE;
            case 413 -> WriteOutcome.TOO_LARGE;
            case 408, 429, 502, 503, 504 -> WriteOutcome.BUSY;
            case 400, 422 -> blamed ? WriteOutcome.LINES : WriteOutcome.FAULT;
            // 1.x answers a write that took too long with 500 "timeout", 2.0 a conflict of types with 500.
            case 500 ->
                words.contains("timeout") || words.contains("cache-max-memory-size")
                        ? WriteOutcome.BUSY
                        : blamed && words.contains("field type conflict") ? WriteOutcome.LINES : WriteOutcome.FAULT;
            default -> WriteOutcome.FAULT;
        };
    }

    /** Seconds or a date, as RFC 9110 allows; a wait of more than an hour is taken for an hour. */
    private static @Nullable Duration parse(String text, Instant now) {
        Duration asked;
        try {
            asked = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException e) {
            return null;
        }
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
    }

    /** Whether the server says that each of so many lines is to blame, so that nothing is left to search. */
    boolean blamesAll(int lines) {
        if (outcome != WriteOutcome.LINES || reason() == RefusalReason.LIMIT_EXCEEDED) {
            return false;
        }
        Matcher dropped = DROPPED.matcher(words);
        if (dropped.find()) {
            return dropped.group(1).equals(String.valueOf(lines)) && !dropped.find();
        }
        return LINE_NUMBER.matcher(words).results().count() == lines;
    }

    /** Why lines were refused, in the terms of the closed set. */
    RefusalReason reason() {
        String said = words.toLowerCase(Locale.ROOT);
        if (outcome == WriteOutcome.TOO_LARGE) {
            return RefusalReason.TOO_LARGE;
        }
        if (said.contains("field type conflict") || said.contains("invalid column type")) {
            return RefusalReason.FIELD_TYPE_CONFLICT;
        }
        if (said.contains("beyond retention policy")) {
            return RefusalReason.BEYOND_RETENTION;
        }
        if (said.contains("limit exceeded") || said.contains("exceed")) {
            return RefusalReason.LIMIT_EXCEEDED;
        }
        return said.contains("pars") || said.contains("line protocol") ? RefusalReason.UNREADABLE : RefusalReason.OTHER;
    }
}
