/**
 * What people do about cases, in the books: their numbers, stages, levels and terms follow what happens to the cases in the same transaction
 * ({@code CaseHandlings}), people act on them ({@code HandlingDesk}), terms that pass and levels that change are noted ({@code HandlingRounds}), and
 * procedures have versions ({@code ProcedureTable}). What may be done and where it leads is decided by {@code alerts.handling}.
 */
@NullMarked
package io.greenpark.alerts.desk;

import org.jspecify.annotations.NullMarked;
