/** Comma-separated tables: figures that lie as data beside the classes that use them, and files of the user's. */
@NullMarked
package io.greenpark.sim.table;

import org.jspecify.annotations.NullMarked;
