/** A month of a whole district, run by its clock: who is told what, when and in which words. */
@NullMarked
package io.greenpark.deploy.telling;

import org.jspecify.annotations.NullMarked;
