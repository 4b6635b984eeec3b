/**
 * The certificate that the doors and the console show: files come in, given or made by an authority of the
 * installation's own; a key manager goes out that follows the files while the process runs, and when it expires.
 */
@NullMarked
package io.greenpark.config.tls;

import org.jspecify.annotations.NullMarked;
