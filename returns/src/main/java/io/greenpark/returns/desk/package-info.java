/**
 * The returns in the books: saved as they are typed, submitted, given back, and accepted, by which they become statistics of the
 * registry. Comes in from the API; what figures are compared with is found here.
 */
@NullMarked
package io.greenpark.returns.desk;

import org.jspecify.annotations.NullMarked;
