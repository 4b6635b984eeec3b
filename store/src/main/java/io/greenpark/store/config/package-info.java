/**
 * Settings: keys with defaults, ranges and units, read from a YAML file and --set options; every fault is collected
 * ({@link io.greenpark.store.config.Problems}) and told in one go.
 */
@NullMarked
package io.greenpark.store.config;

import org.jspecify.annotations.NullMarked;
