package io.greenpark.lab.chaos.check;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the outbox with what people received. */
public final class NoticeCheck {
    private final List<String> differing = new ArrayList<>();
    private final Set<String> delivered = new HashSet<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private long undelivered;
    private long twice;

    private NoticeCheck() {}

    /**
     * Every row delivered, every delivery a row, no step sent twice to one receiver.
     *
     * @param received how often each message id arrived, over all channels
     */
    public static StoreComparison compare(BooksReadout books, Map<String, Integer> received)
            throws SQLException, IOException {
        NoticeCheck check = new NoticeCheck();
        books.each(
                "SELECT COALESCE(envelope, id) AS id, case_id, step, channel, target, delivered_ms, attempts,"
                        + " next_attempt_ms, created_ms FROM alert_outbox",
                r -> {
                    String key =
                            r.getString(2) + " step " + r.getInt(3) + " by " + r.getString(4) + " to " + r.getString(5);
                    r.getLong(6);
                    boolean waiting = r.wasNull();
                    boolean forLater = r.getInt(7) == 0 && r.getLong(8) > r.getLong(9);
                    check.row(r.getString(1), key, waiting, forLater);
                });
        return check.result(received);
    }

    /** Cases of one rule and subject whose times overlap: the same case under two names. */
    public static StoreComparison overlaps(BooksReadout books) throws SQLException, IOException {
        long[] cases = {0};
        books.each("SELECT count(*) AS n FROM alert_case", r -> cases[0] = r.getLong(1));
        List<String> differing = new ArrayList<>();
        books.each(
                "SELECT a.id, b.id FROM alert_case a JOIN alert_case b ON a.rule = b.rule AND a.subject = b.subject AND a.id"
                        + " < b.id WHERE a.state <> 'WITHDRAWN' AND b.state <> 'WITHDRAWN' AND a.since_ms < b.covered_ms AND"
                        + " b.since_ms < a.covered_ms",
                r -> differing.add("case " + r.getString(1) + " and case " + r.getString(2) + " overlap"));
        return new StoreComparison(
                "cases", "cases", cases[0], cases[0], 0, differing.size(), 0, 0, 0, first(differing));
    }

    /** @param forLater whether it is planned for a time to come, as what is told together in the morning */
    private void row(String id, String key, boolean waiting, boolean forLater) {
        if (rows.merge(key, 1, Integer::sum) > 1) {
            twice++;
            differing.add(key + ": two rows");
        }
        if (waiting && forLater) {
            return;
        }
        if (waiting) {
            undelivered++;
            differing.add(key + ": not delivered");
        } else {
            delivered.add(id);
        }
    }

    private StoreComparison result(Map<String, Integer> received) {
        long lost = undelivered;
        for (String id : delivered) {
            if (!received.containsKey(id)) {
                lost++;
                differing.add("message " + id + ": noted as delivered, never received");
            }
        }
        long strange = 0;
        for (String id : received.keySet()) {
            if (!delivered.contains(id)) {
                strange++;
                differing.add("message " + id + ": received, not noted as delivered");
            }
        }
        long repeats = received.values().stream().mapToLong(n -> n - 1L).sum();
        return new StoreComparison(
                "outbox", "notices", rows.size(), received.size(), lost, twice, 0, strange, repeats, first(differing));
    }

    private static List<String> first(List<String> all) {
        return all.subList(0, Math.min(StoreComparison.NAMED, all.size()));
    }
}
