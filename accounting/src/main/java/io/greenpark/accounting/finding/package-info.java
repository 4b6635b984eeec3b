/**
 * What the arithmetic noticed about points and a person should look at: values that count nowhere, second clocks, registers
 * that fell. It comes in with the hours it was found in and is written and taken back in their transaction; the console, the
 * API and operations read it.
 */
@NullMarked
package io.greenpark.accounting.finding;

import org.jspecify.annotations.NullMarked;
