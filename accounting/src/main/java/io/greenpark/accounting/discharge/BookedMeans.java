package io.greenpark.accounting.discharge;

import io.greenpark.accounting.finding.PointFindings;
import io.greenpark.accounting.work.HeldValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recomputed means of one point.
 *
 * @param held the value that stands for now; null if none does
 * @param findings what was noticed
 */
record BookedMeans(List<ChangedMeans> changed, @Nullable HeldValue held, PointFindings findings) {}
