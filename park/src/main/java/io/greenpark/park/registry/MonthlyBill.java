package io.greenpark.park.registry;

import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * What a utility billed an enterprise for a month of an energy carrier or of water: a statistic of its own, which is never part of
 * metered energy.
 *
 * @param amount at least 0
 * @param unit of the carrier's dimension
 * @param accounts the customer numbers that it is the sum of; empty where that is not known
 * @param source who says so
 * @param allowedUse what the utility permits
 */
public record MonthlyBill(
        String enterpriseId,
        YearMonth month,
        Carrier carrier,
        BigDecimal amount,
        Unit unit,
        List<String> accounts,
        FigureStatus status,
        String source,
        AllowedUse allowedUse) {
    public MonthlyBill {
        accounts = List.copyOf(accounts);
    }

    /** The document that it is. */
    public DocumentKey key() {
        return DocumentKey.bill(enterpriseId, month, carrier);
    }
}
