/**
 * What the rules of alerts judge by, as dated records that the bureau edits: rules by kind and scope with their parameters, and the legal bases they cite.
 * Comes in: what is shipped (the settings, {@code bases.json}) and what people send; goes on to whatever judges.
 */
@NullMarked
package io.greenpark.alerts.rulebook;

import org.jspecify.annotations.NullMarked;
