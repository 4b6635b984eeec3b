/**
 * What single points say over hours, days and months, for whoever looks at one: the amounts of meters and the means of outlet
 * points as the books have them, and the means of all other points made of their readings when they are asked for.
 * {@link io.greenpark.accounting.point.PointAccounts} answers.
 */
@NullMarked
package io.greenpark.accounting.point;

import org.jspecify.annotations.NullMarked;
