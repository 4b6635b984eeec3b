/**
 * What people do about cases, as values: stages and the actions that lead from one to the next ({@code Transitions}), what an action carries
 * ({@code StepDetails}), who has to do what by when ({@code Procedures}) and how grave a case is ({@code LevelScale}). Nothing here asks the books or the
 * clock; {@code alerts.desk} keeps it.
 */
@NullMarked
package io.greenpark.alerts.handling;

import org.jspecify.annotations.NullMarked;
