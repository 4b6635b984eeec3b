/**
 * What a bureau knows of an enterprise and a year (年度数据表): land, tax, sales, output, research, class and standing. Comes in from officers, is
 * confirmed by the enterprise, and goes on to the rules and sums of a plan.
 */
@NullMarked
package io.greenpark.plan.sheet;

import org.jspecify.annotations.NullMarked;
