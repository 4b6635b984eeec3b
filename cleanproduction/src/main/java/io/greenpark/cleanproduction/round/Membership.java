package io.greenpark.cleanproduction.round;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That an enterprise is on the approved list.
 *
 * @param since from which day on, without a break
 * @param known when the platform was told
 */
public record Membership(LocalDate since, Instant known) {}
