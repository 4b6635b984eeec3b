/**
 * Plans, values and yearly sheets in the books, their steps, and the board that is made of them.
 */
@NullMarked
package io.greenpark.plan.desk;

import org.jspecify.annotations.NullMarked;
