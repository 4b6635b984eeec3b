/**
 * Who may see a statistic: which figures leave at all, so that no value leaves that its provider gave for sums only. Comes in:
 * the registry with the allowed use of every statistic; asked by the reader of the intensity accounts and by whoever tells
 * kept figures (cases, series). Pure logic: nothing here reads the books.
 */
@NullMarked
package io.greenpark.accounting.disclosure;

import org.jspecify.annotations.NullMarked;
