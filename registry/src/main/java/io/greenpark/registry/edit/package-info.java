/**
 * Edits of the registry by people and programs. Comes in as documents and patches of a request; goes out as one change in
 * {@code registry.history}, or as what stands against it.
 */
@NullMarked
package io.greenpark.registry.edit;

import org.jspecify.annotations.NullMarked;
