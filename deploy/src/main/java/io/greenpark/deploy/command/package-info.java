/**
 * The command line: one class per command. Arguments come in; the app and the simulator do the work. Exit codes
 * are 0 for ok, 1 for failed, 2 for a wrong command line or configuration.
 */
@NullMarked
package io.greenpark.deploy.command;

import org.jspecify.annotations.NullMarked;
