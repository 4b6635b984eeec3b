/** What servers need of the machine they start on. */
@NullMarked
package io.greenpark.config.machine;

import org.jspecify.annotations.NullMarked;
