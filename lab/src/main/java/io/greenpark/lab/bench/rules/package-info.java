/** What rules kept as data cost, and how soon what raises is in the outbox: {@link io.greenpark.lab.bench.rules.RulesBench}. */
@NullMarked
package io.greenpark.lab.bench.rules;

import org.jspecify.annotations.NullMarked;
