/**
 * The derived series of the accounts, as Grafana shows them.
 */
@NullMarked
package io.greenpark.accounting.series;

import org.jspecify.annotations.NullMarked;
