/**
 * The demo: a district of seven parks and 40 enterprises made up for it (three of them measured plants), its registry,
 * the faults planted in it, and the mailbox and webhook receiver that take its notices.
 */
@NullMarked
package io.greenpark.deploy.demo;

import org.jspecify.annotations.NullMarked;
