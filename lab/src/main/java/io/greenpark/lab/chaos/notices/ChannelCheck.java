package io.greenpark.lab.chaos.notices;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares what receivers took, in its order, with what the books say was told, by plain SQL. */
final class ChannelCheck {
    private static final int NAMED = 10;

    private final String channel;
    private final Map<String, Integer> first = new HashMap<>();
    private final List<String> differing = new ArrayList<>();
    private final Set<String> told = new TreeSet<>();
    private final Map<String, Integer> before = new HashMap<>();
    private final Map<String, String> under = new HashMap<>();
    private long steps;
    private long lost;
    private long twice;
    private long outOfOrder;

    private ChannelCheck(String channel) {
        this.channel = channel;
    }

    /** @param taken ids in the order in which they were taken */
    static ChannelTally of(Path books, String channel, List<String> taken) throws SQLException {
        ChannelCheck check = new ChannelCheck(channel);
        for (int i = 0; i < taken.size(); i++) {
            check.first.putIfAbsent(taken.get(i), i);
        }
        check.readBooks(books);
        Set<String> strange = new HashSet<>(check.first.keySet());
        strange.removeAll(check.told);
        strange.forEach(id -> check.differing.add("message " + id + ": taken, not noted as told"));
        return new ChannelTally(
                channel,
                check.steps,
                check.told.size(),
                check.lost,
                check.twice,
                strange.size(),
                check.outOfOrder,
                taken.size() - check.first.size(),
                check.differing.subList(0, Math.min(NAMED, check.differing.size())));
    }

    private void readBooks(Path books) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + books);
                PreparedStatement query = connection.prepareStatement(
                        "SELECT case_id, step, target, COALESCE(envelope, id) AS told, delivered_ms FROM alert_outbox"
                                + " WHERE channel = ? ORDER BY case_id, target, step")) {
            query.setString(1, channel);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    rows.getLong("delivered_ms");
                    boolean delivered = !rows.wasNull();
                    row(
                            rows.getString("case_id"),
                            rows.getInt("step"),
                            rows.getString("target"),
                            rows.getString("told"),
                            delivered);
                }
            }
        }
    }

    private void row(String caseId, int step, String target, String id, boolean delivered) {
        steps++;
        told.add(id);
        String name = "case " + caseId + ", step " + step + ", to " + target;
        String other = under.putIfAbsent(caseId + " " + step + " " + target, id);
        if (other != null) {
            twice++;
            differing.add(name + ": told by " + other + " and " + id);
        }
        Integer at = first.get(id);
        if (at == null || !delivered) {
            lost++;
            differing.add(name + ": message " + id + (delivered ? " was never taken" : " is not noted as delivered"));
            return;
        }
        Integer last = before.put(caseId + " " + target, at);
        if (last != null && at < last) {
            outOfOrder++;
            differing.add(name + ": came before an earlier step");
        }
    }
}
