/**
 * Compares what every store holds with the ledger. It reads the files and tables by itself, from their documented formats,
 * so that a fault of the code under test cannot hide itself. Comes in: a stopped installation and a {@link io.greenpark.lab.ledger.LedgerBook}; goes out: one {@link io.greenpark.lab.chaos.check.StoreComparison} a store.
 */
@NullMarked
package io.greenpark.lab.chaos.check;

import org.jspecify.annotations.NullMarked;
