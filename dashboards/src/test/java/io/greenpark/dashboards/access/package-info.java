/** Attacks on what people may see: everything that the contract offers is asked by accounts that may see a part of it. */
@NullMarked
package io.greenpark.dashboards.access;

import org.jspecify.annotations.NullMarked;
