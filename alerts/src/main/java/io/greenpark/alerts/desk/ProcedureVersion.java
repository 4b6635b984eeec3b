package io.greenpark.alerts.desk;

import io.greenpark.alerts.handling.Procedures;
import java.time.Instant;

/**
 * A version of the procedures.
 *
 * @param version 1, 2, 3 ...; the first is the one that was shipped
 * @param by who made it; {@link io.greenpark.alerts.cases.CaseEvent#PLATFORM} for the shipped one
 * @param document as JSON with sorted keys
 */
public record ProcedureVersion(
        long version, Instant at, String by, String reason, String document, Procedures procedures) {}
