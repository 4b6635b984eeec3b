/**
 * Spreadsheets of the registry. A file is read into cells ({@code read}, {@code cell}), its cells by the columns ({@code column}) of a form
 * ({@code form}) into edits and faults ({@code intake}); the same forms are written as templates and exports ({@code write}).
 */
@NullMarked
package io.greenpark.sheets;

import org.jspecify.annotations.NullMarked;
