package io.greenpark.cleanproduction.round;

import org.jspecify.annotations.Nullable;

/**
 * The document that says so.
 *
 * @param number as printed on it (文号)
 * @param authority who issued it
 * @param attachment id of the stored file; null where none was attached
 */
public record Paper(
        String number, String authority, @Nullable String attachment) {}
