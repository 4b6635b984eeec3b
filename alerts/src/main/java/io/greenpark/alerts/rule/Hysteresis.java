package io.greenpark.alerts.rule;

import java.math.BigDecimal;

/**
 * When a run of verdicts becomes a finding, when it is over and when it has become worse.
 *
 * @param raiseAfter how many raising periods in a row raise, at least 1
 * @param clearAfter how many clearing periods in a row end it, at least 1
 * @param worsenBy by how much the severity must have grown since people were last told, as a share of the limit
 */
public record Hysteresis(int raiseAfter, int clearAfter, BigDecimal worsenBy) {}
