package io.greenpark.accounting.discharge;

import io.greenpark.park.discharge.DischargeMean.Mean;
import io.greenpark.park.time.Step;
import java.util.Map;

/**
 * The means of a point, per hour or per day, that come out differently from what is in the books.
 *
 * @param changed by start of the period, epoch milliseconds
 * @param former what the books have, also of periods that did not change
 */
record ChangedMeans(String pointId, Step step, Map<Long, Mean> changed, Map<Long, StoredMean> former) {}
