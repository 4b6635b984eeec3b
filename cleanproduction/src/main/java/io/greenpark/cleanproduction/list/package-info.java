/**
 * The approved lists of enterprises that are to be covered, as values: who is on which edition, who left it and why. Kept by {@code desk}.
 */
@NullMarked
package io.greenpark.cleanproduction.list;

import org.jspecify.annotations.NullMarked;
