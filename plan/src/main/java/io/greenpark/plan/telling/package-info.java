/** Telling enterprises of their yearly sheets: that one was entered or changed, and that it still waits for their word. */
@NullMarked
package io.greenpark.plan.telling;

import org.jspecify.annotations.NullMarked;
