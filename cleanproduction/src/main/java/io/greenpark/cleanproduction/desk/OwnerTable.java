package io.greenpark.cleanproduction.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table {@code clean_owner}. */
public final class OwnerTable {
    private OwnerTable() {}

    static Map<String, StepOwner> all(Handle handle) {
        Map<String, StepOwner> all = new HashMap<>();
        handle.createQuery("SELECT * FROM clean_owner")
                .map((row, context) -> Map.entry(
                        row.getString("enterprise"),
                        new StepOwner(
                                row.getString("account"),
                                row.getString("office"),
                                Instant.ofEpochMilli(row.getLong("since_ms")),
                                row.getString("by_whom"))))
                .forEach(e -> all.put(e.getKey(), e.getValue()));
        return all;
    }

    /** The enterprises whose next step an account sees to. */
    public static List<String> of(Handle handle, String account) {
        return handle.createQuery("SELECT enterprise FROM clean_owner WHERE account = :account ORDER BY enterprise")
                .bind("account", account)
                .mapTo(String.class)
                .list();
    }

    /** Names one; neither account nor office takes the name back. */
    public static void put(Handle handle, String enterprise, StepOwner owner) {
        handle.execute("DELETE FROM clean_owner WHERE enterprise = ?", enterprise);
        if (owner.account() != null || owner.office() != null) {
            handle.execute(
                    "INSERT INTO clean_owner (enterprise, account, office, since_ms, by_whom) VALUES (?, ?, ?, ?, ?)",
                    enterprise,
                    owner.account(),
                    owner.office(),
                    owner.since().toEpochMilli(),
                    owner.by());
        }
    }
}
