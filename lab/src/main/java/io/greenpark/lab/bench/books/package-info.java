/** How books of a year grow with the number of enterprises: to make them, to read them, to add to them. */
@NullMarked
package io.greenpark.lab.bench.books;

import org.jspecify.annotations.NullMarked;
