package io.greenpark.cleanproduction.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who was named to see to the next step of an enterprise: an account, or an office in words.
 *
 * @param account user name; null where it is an office
 * @param office what the office is called; null where it is an account
 * @param by who named it
 */
public record StepOwner(@Nullable String account, @Nullable String office, Instant since, String by) {}
