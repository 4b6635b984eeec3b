/**
 * The books: what readings mean. Follows the log, keeps energy and discharge accounts per hour, day and month, and
 * compares them with statistics and targets.
 */
@NullMarked
package io.greenpark.accounting;

import org.jspecify.annotations.NullMarked;
