/**
 * Computes energy and discharge means anew from the readings kept and compares them with the books. In come the set of
 * readings, the registry and what the books say ({@link io.greenpark.accounting.check.BookedFigures}); out go the
 * differences ({@link io.greenpark.accounting.check.BooksCheck}). It is written from docs/arithmetic.md alone and shares no
 * arithmetic with what books, so that a fault of one does not hide in the other: the whole series of a point at a time, no
 * windows, no state between two points.
 */
@NullMarked
package io.greenpark.accounting.check;

import org.jspecify.annotations.NullMarked;
