/**
 * How the log of the process is written: lines for people or JSON for machines, chosen before anything is logged;
 * and how many of them a stranger can cause.
 */
@NullMarked
package io.greenpark.deploy.log;

import org.jspecify.annotations.NullMarked;
