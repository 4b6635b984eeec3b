/**
 * Three-way merge of the registry: what its files said, what they say now, and what is in force. Documents come in from
 * {@code registry.document} and {@code registry.history}; out go the changes that make them one.
 */
@NullMarked
package io.greenpark.registry.merge;

import org.jspecify.annotations.NullMarked;
