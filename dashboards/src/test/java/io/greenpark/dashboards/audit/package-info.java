/** Attacks the platform's answers as somebody would who wants to know what may be told in sums only. */
@NullMarked
package io.greenpark.dashboards.audit;

import org.jspecify.annotations.NullMarked;
