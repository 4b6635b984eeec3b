/**
 * Which open case is explained by which, as the rulebook says: comes in cases, the registry and which enterprises do not operate; goes on to whoever
 * tells people, who do not tell of what is explained by itself, and to the lists of cases, which show it beneath what explains it.
 */
@NullMarked
package io.greenpark.alerts.explain;

import org.jspecify.annotations.NullMarked;
