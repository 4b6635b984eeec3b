/** Digests: of settings, certificates and files, and of whatever must be recognised again as the same. */
@NullMarked
package io.greenpark.config.digest;

import org.jspecify.annotations.NullMarked;
