/**
 * Rules judge the figures of the accounts, cases tell people what was found, the outbox carries it to them.
 */
@NullMarked
package io.greenpark.alerts;

import org.jspecify.annotations.NullMarked;
