/**
 * Spreadsheets of the registry. A file is read into cells ({@code read}, {@code cell}).
 */
@NullMarked
package io.greenpark.sheets;

import org.jspecify.annotations.NullMarked;
