/**
 * Closing a month (月度结账): what has to be looked at before, what was shown then, who closed it, what came in since. Comes in from officers
 * by the API and from the platform's own clock; that a month is closed goes on to the registry, which holds its statistics.
 */
@NullMarked
package io.greenpark.returns.closing;

import org.jspecify.annotations.NullMarked;
