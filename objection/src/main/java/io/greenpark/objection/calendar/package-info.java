/** Which days are working days, as terms count them. The calendar comes in through a port. */
@NullMarked
package io.greenpark.objection.calendar;

import org.jspecify.annotations.NullMarked;
