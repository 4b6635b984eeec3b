/** The benches of the command line: one class per bench, which checks its options and runs what measures. */
@NullMarked
package io.greenpark.lab.command;

import org.jspecify.annotations.NullMarked;
