/**
 * The alerting process killed again and again while it tells people of many cases, by receivers that hang, fail, refuse and lose their answers.
 * Comes in: {@link io.greenpark.lab.chaos.notices.NoticesOptions}; goes out: what every receiver took, compared with the books.
 */
@NullMarked
package io.greenpark.lab.chaos.notices;

import org.jspecify.annotations.NullMarked;
