/**
 * Links in messages that acknowledge a case: what stands in them, and for whom each was written. What comes of one that is used is decided in
 * {@code alerts.receipt}.
 */
@NullMarked
package io.greenpark.alerts.link;

import org.jspecify.annotations.NullMarked;
