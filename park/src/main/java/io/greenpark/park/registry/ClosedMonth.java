package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/**
 * A month of a park that an officer has closed (关账): its statistics and bills are not changed any more until it is reopened. Figures go on being
 * computed of whatever there is; what was shown when it was closed is kept beside.
 *
 * @param edition 1 the first time the month is closed, 2 after it was reopened and closed again …
 * @param closedBy the person who closed it, or the platform
 * @param enterprises ids of those that lay in the park then: one that moves to another park takes no month out of its closing
 */
public record ClosedMonth(
        String parkId, YearMonth month, int edition, Instant closedAt, String closedBy, Set<String> enterprises) {
    public ClosedMonth {
        enterprises = Set.copyOf(enterprises);
    }

    /** Whether a month's statistic of an enterprise is closed with it. */
    public boolean covers(Registry registry, String enterpriseId) {
        return enterprises.contains(enterpriseId)
                || registry.enterprise(enterpriseId)
                        .filter(e -> e.parkId().equals(parkId))
                        .isPresent();
    }

    /** Its name in the registry. */
    public DocumentKey key() {
        return DocumentKey.closing(parkId, month);
    }

    /** The day it was closed on, by the calendar of the park. */
    public String day(Registry registry) {
        ParkTime time = Subject.park(parkId).time(registry);
        return time.dayOf(closedAt).toString();
    }

    /**
     * By which closing a month of an enterprise is closed: that of the park it lay in then, or else of the park that it lies in.
     *
     * @return empty while the month is open
     */
    public static Optional<ClosedMonth> of(Registry registry, String enterpriseId, YearMonth month) {
        return registry.closingOf(enterpriseId, month)
                .or(() -> registry.enterprise(enterpriseId).flatMap(e -> registry.closing(e.parkId(), month)));
    }

    /** What whoever would change something of it is told. */
    public Bilingual refusal(Registry registry) {
        Bilingual park = Subject.park(parkId).name(registry);
        String day = day(registry);
        return new Bilingual(
                "“" + month + "”已关账：" + park.zh() + "，" + day + " 由 " + closedBy
                        + " 办理；关账后统计数据和账单不再修改。确需更正的，请在“月度结账”申请反关账，由另一人复核",
                "\"" + month + "\" is closed for " + park.en() + ", by " + closedBy + " on " + day
                        + "; its statistics and bills are not changed any more. Where it must be corrected, ask for reopening"
                        + " under Closing, which another person approves");
    }
}
