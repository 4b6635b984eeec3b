/**
 * Figures of targets: published, computed or typed, and what they come to over the years of a plan. Pure.
 */
@NullMarked
package io.greenpark.plan.value;

import org.jspecify.annotations.NullMarked;
