/**
 * Lists by threshold: which enterprises a rule of a plan names, which it does not, and which nobody can tell. Pure: yearly sheets in,
 * findings out.
 */
@NullMarked
package io.greenpark.plan.rule;

import org.jspecify.annotations.NullMarked;
