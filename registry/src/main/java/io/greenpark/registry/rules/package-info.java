/**
 * What must hold in a registry: of one fact, between documents, and of a document over time. Asked by files as they are read
 * and of every edit before it takes effect; faults name document, field, value and what is accepted.
 */
@NullMarked
package io.greenpark.registry.rules;

import org.jspecify.annotations.NullMarked;
