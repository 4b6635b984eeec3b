/** Tables that lie beside the classes that use them: figures as data, not as code. */
@NullMarked
package io.greenpark.sim.table;

import org.jspecify.annotations.NullMarked;
