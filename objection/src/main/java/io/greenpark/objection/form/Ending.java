package io.greenpark.objection.form;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an objection ended.
 *
 * @param by who decided, or for the enterprise took it back
 * @param words in that one's words
 * @param basis what a decision rests on: an article, a record; null where it was taken back
 * @param from of which time it was right, where that is not all of it; else null
 * @param to its end, exclusive; null likewise
 */
public record Ending(
        Instant at,
        String by,
        @Nullable String words,
        @Nullable String basis,
        @Nullable Instant from,
        @Nullable Instant to) {}
