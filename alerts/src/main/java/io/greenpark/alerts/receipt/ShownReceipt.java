package io.greenpark.alerts.receipt;

import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.alerts.desk.Receipt;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What whoever has a link is shown: no more than the message said that it came in.
 *
 * @param caseId the case; for the record, not for whoever has the link
 * @param number of the case
 * @param ofEnterprise whether it is the enterprise that takes note, and not an office that has seen it
 * @param said the line of the message; null where it came by SMS, which says less, or where what it said may not be told any more
 * @param due by when whoever is to act has to; null where nobody has to
 * @param press what the button sends; null where there is nothing to press
 * @param zone of times
 * @param channel by which the link came, and {@code target}, to where; for the record
 */
public record ShownReceipt(
        String caseId,
        String number,
        CaseLevel level,
        boolean ofEnterprise,
        @Nullable String said,
        @Nullable Instant due,
        @Nullable String press,
        Receipt receipt,
        ZoneId zone,
        String channel,
        String target) {
    /** Without the address. */
    @Override
    public String toString() {
        return "ShownReceipt[" + caseId + ", " + receipt.standing() + "]";
    }
}
