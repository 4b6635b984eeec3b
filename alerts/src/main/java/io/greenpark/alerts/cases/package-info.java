/**
 * Cases: what people are told about a finding, from raised to cleared, step by step. The rules write them, the console
 * reads and acknowledges them, the outbox tells people of their steps.
 */
@NullMarked
package io.greenpark.alerts.cases;

import org.jspecify.annotations.NullMarked;
