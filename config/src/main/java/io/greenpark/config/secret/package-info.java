/**
 * Secrets of an installation: files of mode 0600 in a folder of mode 0700, and values that hide themselves in every text.
 */
@NullMarked
package io.greenpark.config.secret;

import org.jspecify.annotations.NullMarked;
