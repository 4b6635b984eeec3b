package io.greenpark.sheets.mapping;

import java.time.Instant;

/**
 * A mapping as it is kept.
 *
 * @param id made when it was kept first
 * @param version 1, 2, 3 ... of every change, also of what was decided about rows
 * @param changedBy the account that changed it last
 * @param madeBy the account that kept it first: who has that one's part of the district changes and removes it
 */
public record KeptMapping(
        String id, long version, SheetMapping mapping, Instant changedAt, String changedBy, String madeBy) {}
