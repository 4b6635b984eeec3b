/**
 * Statistical periods: hours, days and months of the park zone, and the park zone itself.
 */
@NullMarked
package io.greenpark.park.time;

import org.jspecify.annotations.NullMarked;
