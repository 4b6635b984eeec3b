/**
 * Audits as values: what was entered of an enterprise, the rounds that this makes, the terms that run, and what is due. Uses nothing but
 * the language of the domain; kept by {@code desk}.
 */
@NullMarked
package io.greenpark.cleanproduction.round;

import org.jspecify.annotations.NullMarked;
