package io.greenpark.alerts.desk;

import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.alerts.handling.Side;
import io.greenpark.alerts.handling.StepDetails;

/**
 * What a step of a case carries beside its text, and who may read it.
 *
 * @param number of the step within the case
 * @param account that answers for it
 * @param internal whether the office alone reads it
 * @param stage where the case stands after it
 */
public record StepDetail(
        int number, Side side, String account, boolean internal, HandlingStage stage, StepDetails details) {}
