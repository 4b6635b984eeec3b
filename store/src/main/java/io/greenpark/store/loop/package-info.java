/**
 * Background loops: do a portion of work, wait for more, back off after failures, report lag and failures. Every reader of
 * the log runs in one, and so does other recurring work.
 */
@NullMarked
package io.greenpark.store.loop;

import org.jspecify.annotations.NullMarked;
