/**
 * Discharge accounts: hourly and daily means of outlet points.
 */
@NullMarked
package io.greenpark.accounting.discharge;

import org.jspecify.annotations.NullMarked;
