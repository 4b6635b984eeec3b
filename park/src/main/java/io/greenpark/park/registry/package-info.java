/**
 * What the bureau has told the platform: parks, enterprises, outlets, devices, points, statistics, coefficients, targets
 * and limits. Comes in from YAML files through the store; goes to admission, the accounts and the rules as one immutable
 * {@link io.greenpark.park.registry.Registry}.
 */
@NullMarked
package io.greenpark.park.registry;

import org.jspecify.annotations.NullMarked;
