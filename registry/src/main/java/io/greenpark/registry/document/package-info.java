/**
 * The registry as documents: the canonical form in which every park, device, limit ... is kept, one version after the
 * other, and compared. Comes in from files and from edits; goes out as the facts of a
 * {@link io.greenpark.park.registry.Registry}.
 */
@NullMarked
package io.greenpark.registry.document;

import org.jspecify.annotations.NullMarked;
