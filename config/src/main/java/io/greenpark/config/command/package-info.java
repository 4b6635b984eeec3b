/**
 * What every command shares, whichever jar it comes in: how it fails for its user, where the distribution lies, and how a
 * jar adds commands of its own to {@code greenpark}.
 */
@NullMarked
package io.greenpark.config.command;

import org.jspecify.annotations.NullMarked;
