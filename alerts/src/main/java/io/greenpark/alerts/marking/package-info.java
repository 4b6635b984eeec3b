/**
 * Marks that enterprises make of their own data (自行标记): start, stop, fault, maintenance of a time of an outlet or meter. Comes in: what a contact says of the
 * data, and what an officer decides of it, both under {@link io.greenpark.alerts.marking.MarkingRules} that the bureau edits; goes on, as times that are left out,
 * to whoever judges hours and days, and as letters to whoever is to know. It does not replace marking on the official platform.
 */
@NullMarked
package io.greenpark.alerts.marking;

import org.jspecify.annotations.NullMarked;
