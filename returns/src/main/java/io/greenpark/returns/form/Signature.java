package io.greenpark.returns.form;

import java.time.Instant;

/**
 * Who answers for a return.
 *
 * @param name as the person typed it
 * @param account that was signed in
 */
public record Signature(String name, String account, Instant at) {}
