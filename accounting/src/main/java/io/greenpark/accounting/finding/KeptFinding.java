package io.greenpark.accounting.finding;

import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.reason.Reason;

/**
 * What is kept about a point: of one kind in one month, or one thing that asks for a decision of its own.
 *
 * @param beginMs with point and kind what it is known by
 * @param fromMs first data time it is about
 * @param toMs last data time it is about
 * @param count how often it was found
 * @param reason that of the last one
 */
public record KeptFinding(
        String pointId, FindingKind kind, long beginMs, long fromMs, long toMs, int count, Reason reason) {}
