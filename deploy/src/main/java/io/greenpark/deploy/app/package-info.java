/**
 * The process: configuration in, all parts opened in order and closed in reverse. Tests embed it on port 0; the command
 * line runs it in the foreground.
 */
@NullMarked
package io.greenpark.deploy.app;

import org.jspecify.annotations.NullMarked;
