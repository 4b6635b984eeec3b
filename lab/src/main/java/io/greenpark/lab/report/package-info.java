/** Figures as text: tables, the conditions printed above them, and Markdown reports. */
@NullMarked
package io.greenpark.lab.report;

import org.jspecify.annotations.NullMarked;
