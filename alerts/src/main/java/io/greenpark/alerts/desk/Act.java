package io.greenpark.alerts.desk;

import io.greenpark.alerts.handling.Actor;
import io.greenpark.alerts.handling.HandlingAction;
import io.greenpark.alerts.handling.StepDetails;

/**
 * What somebody does about a case.
 *
 * @param seen number of the last step of the case that whoever does it has seen
 */
public record Act(HandlingAction action, Actor by, int seen, StepDetails details) {}
