package io.greenpark.alerts.contact;

import io.greenpark.park.registry.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Of whom nobody can be told, in the table {@code contact_absence}. */
public final class Absences {
    private Absences() {}

    /**
     * That nobody can be told of an enterprise or a park.
     *
     * @param quiet whether that was so when contacts were first looked at: people see it in the list, and no case is opened
     */
    public record Absence(Instant since, boolean quiet) {}

    /** All there are, by whom they are of. */
    public static Map<Subject, Absence> all(Handle handle) {
        Map<Subject, Absence> all = new HashMap<>();
        handle.createQuery("SELECT * FROM contact_absence")
                .map((row, context) -> Map.entry(
                        new Subject(Subject.Scope.valueOf(row.getString("scope")), row.getString("owner")),
                        new Absence(Instant.ofEpochMilli(row.getLong("since_ms")), row.getInt("quiet") != 0)))
                .forEach(e -> all.put(e.getKey(), e.getValue()));
        return all;
    }

    static void begin(Handle handle, Subject owner, Instant since, boolean quiet) {
        handle.execute(
                "INSERT INTO contact_absence (scope, owner, since_ms, quiet) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                owner.scope().name(),
                owner.id(),
                since.toEpochMilli(),
                quiet ? 1 : 0);
    }

    static void end(Handle handle, Subject owner) {
        handle.execute(
                "DELETE FROM contact_absence WHERE scope = ? AND owner = ?",
                owner.scope().name(),
                owner.id());
    }
}
