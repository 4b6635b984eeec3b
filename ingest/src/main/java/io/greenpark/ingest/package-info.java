/**
 * The doors: decode, admit, append, acknowledge. A package a protocol; they meet in
 * the admission package.
 */
@NullMarked
package io.greenpark.ingest;

import org.jspecify.annotations.NullMarked;
