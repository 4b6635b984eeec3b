/**
 * Orders of an authority to an enterprise, as values. Kept by {@code desk}.
 */
@NullMarked
package io.greenpark.cleanproduction.order;

import org.jspecify.annotations.NullMarked;
