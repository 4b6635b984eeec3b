/**
 * A return as a whole: its figures, what of them was filled in beforehand, what was answered to questions, its signature and its
 * state. Pure: it is changed by making another one; {@code returns.desk} keeps them.
 */
@NullMarked
package io.greenpark.returns.form;

import org.jspecify.annotations.NullMarked;
