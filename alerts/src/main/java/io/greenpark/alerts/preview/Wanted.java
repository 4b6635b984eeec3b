package io.greenpark.alerts.preview;

import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.notice.Tier;
import java.util.Locale;

/**
 * What is to be shown.
 *
 * @param channel {@code mail}, {@code robot}, {@code work}, {@code line} or {@code sms}
 * @param kind of which step
 * @param tier who would be told
 */
public record Wanted(String channel, CaseEvent.Kind kind, Tier tier, Locale language) {}
