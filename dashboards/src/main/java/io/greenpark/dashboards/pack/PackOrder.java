package io.greenpark.dashboards.pack;

import java.time.LocalDate;

/**
 * What somebody asks for.
 *
 * @param from first day
 * @param to last day
 * @param ofOffice whether it is what the authority sees; else what the enterprise does
 * @param by the account that answers for it
 * @param reason why it is made
 */
public record PackOrder(String enterprise, LocalDate from, LocalDate to, boolean ofOffice, String by, String reason) {}
