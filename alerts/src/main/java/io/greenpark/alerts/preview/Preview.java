package io.greenpark.alerts.preview;

import org.jspecify.annotations.Nullable;

/**
 * A message that is sent to nobody.
 *
 * @param subject of a mail; null where the channel has none
 * @param text as it would arrive; of an SMS a line for each variable
 * @param html the same as a mail shows it; null where the channel has none
 * @param happened whether the case has such a step; it is made up where not
 */
public record Preview(
        @Nullable String subject, String text, @Nullable String html, boolean happened) {}
