/**
 * What the bureau decides of alerts as data: read, checked and kept in versions with who and why. Comes in: JSON that is shipped, or that people send;
 * goes on to whatever follows it.
 */
@NullMarked
package io.greenpark.alerts.policy;

import org.jspecify.annotations.NullMarked;
