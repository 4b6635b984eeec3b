/**
 * What a document says, before it is known how it is printed: {@link io.greenpark.paper.Paper} with its blocks, in one language. Others compose it;
 * {@code paper.pdf} writes it.
 */
@NullMarked
package io.greenpark.paper;

import org.jspecify.annotations.NullMarked;
