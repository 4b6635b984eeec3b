package io.greenpark.sheets.mapping;

import java.time.Instant;

/**
 * A mapping as it is kept.
 *
 * @param id made when it was kept first
 * @param version 1, 2, 3 ... of every change, also of what was decided about rows
 * @param changedBy the account that changed it last
 */
public record KeptMapping(String id, long version, SheetMapping mapping, Instant changedAt, String changedBy) {}
