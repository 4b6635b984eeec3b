/**
 * Former figures: what the books showed before a late or corrected reading changed it. Bookings add, reports and auditors
 * read.
 */
@NullMarked
package io.greenpark.accounting.history;

import org.jspecify.annotations.NullMarked;
