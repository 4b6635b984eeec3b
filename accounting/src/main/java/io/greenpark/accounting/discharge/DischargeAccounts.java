package io.greenpark.accounting.discharge;

import io.greenpark.park.time.Step;
import java.time.Instant;
import java.util.List;

/** Reads the discharge accounts. Any thread may call. */
public interface DischargeAccounts {
    /** Rows of HOUR or DAY periods starting in {@code [from, to)} for which there is a mean. */
    List<DischargeRow> rows(String pointId, Instant from, Instant to, Step step);
}
