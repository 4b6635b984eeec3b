/**
 * What the accounts have yet to do. In come slices of the log and changes of the registry; both leave the hours they
 * touch in a table, in the transaction that keeps them, and the bookers take their work from there.
 */
@NullMarked
package io.greenpark.accounting.work;

import org.jspecify.annotations.NullMarked;
