/**
 * Monthly returns: what an enterprise says of a month, what is asked about it, who said it and who accepted it, and who is late.
 * Comes in from people by the API; what is accepted goes on to the registry as a statistic.
 */
@NullMarked
package io.greenpark.returns;

import org.jspecify.annotations.NullMarked;
