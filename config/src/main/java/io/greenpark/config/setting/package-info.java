/**
 * Settings: keys with defaults, ranges and units, read from a YAML file and --set options; every fault is collected
 * ({@link io.greenpark.config.setting.Problems}) and told in one go.
 */
@NullMarked
package io.greenpark.config.setting;

import org.jspecify.annotations.NullMarked;
