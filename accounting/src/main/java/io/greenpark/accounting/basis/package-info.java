/**
 * What the books rest on besides readings: the registry. In comes a registry that may have changed, also while the process
 * was down; out go hours and months to recompute, and marks of figures that look different now.
 */
@NullMarked
package io.greenpark.accounting.basis;

import org.jspecify.annotations.NullMarked;
