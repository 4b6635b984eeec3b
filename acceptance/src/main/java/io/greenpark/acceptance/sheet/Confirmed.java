package io.greenpark.acceptance.sheet;

import io.greenpark.acceptance.comparison.Check;

/**
 * A check that failed when somebody signed, and why that one signed all the same.
 *
 * @param check as it was seen, with its figures
 */
public record Confirmed(Check check, String words) {}
