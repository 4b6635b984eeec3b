/** How large the hours of the accounts are, as rows and folded: {@link io.greenpark.lab.bench.hours.HoursBench}. */
@NullMarked
package io.greenpark.lab.bench.hours;

import org.jspecify.annotations.NullMarked;
