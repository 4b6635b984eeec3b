/**
 * The rules: which periods raise, when an episode begins and when it is over, as pure functions of figures, settings and
 * time. Comes in: rows of the accounts and signs of life; goes on as {@link io.greenpark.alerts.rule.Verdict}s and
 * {@link io.greenpark.alerts.rule.Episode}s to the cases.
 */
@NullMarked
package io.greenpark.alerts.rule;

import org.jspecify.annotations.NullMarked;
