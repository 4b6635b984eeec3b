package io.greenpark.alerts.rule;

import java.math.BigDecimal;

/**
 * When a run of verdicts becomes an episode, when that is over and when it has become worse.
 *
 * @param raiseAfter how many consecutive raising periods begin it, at least 1
 * @param clearAfter how many consecutive clearing periods end it, at least 1
 * @param worsenBy by how much the severity must have grown since people were last notified, as a share of the limit
 */
public record Hysteresis(int raiseAfter, int clearAfter, BigDecimal worsenBy) {}
