/**
 * The API below the console: requests of the contract {@code openapi.yaml} come in, are answered as JSON from the
 * registry, the accounts, the cases and the readings, and go out to browsers and scripts. Decimals are exact and written
 * as text; a figure that cannot be stated is null with its reason.
 */
@NullMarked
package io.greenpark.dashboards.api;

import org.jspecify.annotations.NullMarked;
