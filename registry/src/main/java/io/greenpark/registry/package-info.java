/**
 * The registry: read from YAML with every fault listed at once, kept in the books database, reloaded while running.
 */
@NullMarked
package io.greenpark.registry;

import org.jspecify.annotations.NullMarked;
