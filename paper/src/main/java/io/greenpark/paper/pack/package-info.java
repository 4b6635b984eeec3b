/**
 * Packs of files that are handed over and can be proved later to be what was handed over: a ZIP whose last file lists the SHA-256 of all others. One hash over
 * that list stands for the whole. Comes in: what writes each file; goes out: the ZIP, and later whether it is still the same.
 */
@NullMarked
package io.greenpark.paper.pack;

import org.jspecify.annotations.NullMarked;
