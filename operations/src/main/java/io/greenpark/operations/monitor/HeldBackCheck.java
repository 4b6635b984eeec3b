package io.greenpark.operations.monitor;

import io.greenpark.influx.HeldBack;
import io.greenpark.operations.status.Trouble;
import io.greenpark.operations.status.TroubleKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says whose figures InfluxDB holds although they may not be told there. */
final class HeldBackCheck {
    /** More of them fill a page; the command lists them all. */
    private static final int MOST_NAMED = 5;

    private HeldBackCheck() {}

    static List<Trouble> troubles(@Nullable HeldBack held) {
        return held == null ? List.of() : List.of(new Trouble(TroubleKind.WITHHELD_IN_INFLUX, words(held)));
    }

    private static String words(HeldBack held) {
        Instant since = held.since().truncatedTo(ChronoUnit.SECONDS);
        if (held.whose().isEmpty()) {
            return "since " + since + " it is not known whether there are any: " + held.obstacle()
                    + "; InfluxDB must answer, and its user needs the right to read and to delete. Look by hand: greenpark influx withheld";
        }
        String found = "found at " + since + ": figures of " + named(held.whose());
        return held.obstacle() == null
                ? found + "; they are being removed"
                : found + "; not removed, since " + held.obstacle()
                        + ". Remove them: greenpark influx withheld --remove";
    }

    private static String named(List<String> whose) {
        int more = whose.size() - MOST_NAMED;
        return whose.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
