/**
 * How much of the list is covered, by park and month, and how a share is written.
 */
@NullMarked
package io.greenpark.cleanproduction.coverage;

import org.jspecify.annotations.NullMarked;
