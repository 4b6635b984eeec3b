/** Whom the office reminds itself of, and that a term that passed is noted, once. Comes in from the clock; goes out as letters. */
@NullMarked
package io.greenpark.objection.term;

import org.jspecify.annotations.NullMarked;
