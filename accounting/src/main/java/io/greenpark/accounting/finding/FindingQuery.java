package io.greenpark.accounting.finding;

import io.greenpark.park.finding.FindingKind;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which findings somebody asks for.
 *
 * @param points null for those of all points
 * @param kinds of these kinds only
 * @param since about data from this time on; what still asks for a decision does not grow old
 */
public record FindingQuery(@Nullable Set<String> points, Set<FindingKind> kinds, Instant since) {}
