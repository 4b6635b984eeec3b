package io.greenpark.access.account;

import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What accounts and keys may do, a row for each role and part of the district. */
public final class GrantTable {
    private GrantTable() {}

    /** Who has grants. */
    public enum Holder {
        ACCOUNT,
        KEY
    }

    private record Row(String holder, Role role, Part part) {}

    private record Part(String kind, String id) {
        Scope scope() {
            return switch (kind) {
                case "district" -> Scope.DISTRICT;
                case "park" -> Scope.parks(Set.of(id));
                case "enterprise" -> Scope.enterprises(Set.of(id));
                case "outlet" -> Scope.outlets(Set.of(id));
                case "device" -> Scope.devices(Set.of(id));
                default ->
                    throw new IllegalStateException(
                            "user_grant: a scope of kind \"" + kind + "\" is unknown to this version");
            };
        }
    }

    /** All grants of a kind of holders, by holder; the parts of one role together. */
    public static Map<String, Set<Grant>> read(Handle handle, Holder kind) {
        Map<String, Map<Role, Scope>> scopes = new HashMap<>();
        handle.createQuery("SELECT holder, role, scope_kind, scope_id FROM user_grant WHERE holder_kind = :kind")
                .bind("kind", kind.name())
                .map((row, context) -> new Row(
                        row.getString("holder"),
                        Role.valueOf(row.getString("role")),
                        new Part(row.getString("scope_kind"), row.getString("scope_id"))))
                .forEach(row -> scopes.computeIfAbsent(row.holder(), h -> new EnumMap<>(Role.class))
                        .merge(row.role(), row.part().scope(), Scope::and));
        Map<String, Set<Grant>> grants = new HashMap<>();
        scopes.forEach((holder, roles) -> {
            Set<Grant> own = new HashSet<>();
            roles.forEach((role, scope) -> own.add(new Grant(role, scope)));
            grants.put(holder, own);
        });
        return grants;
    }

    /** Replaces what one holder has. */
    public static void put(Handle handle, Holder kind, String holder, Collection<Grant> grants) {
        handle.execute("DELETE FROM user_grant WHERE holder_kind = ? AND holder = ?", kind.name(), holder);
        for (Grant grant : grants) {
            for (Part part : parts(grant.scope())) {
                handle.execute(
                        "INSERT INTO user_grant (holder_kind, holder, role, scope_kind, scope_id) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        kind.name(),
                        holder,
                        grant.role().name(),
                        part.kind(),
                        part.id());
            }
        }
    }

    private static List<Part> parts(Scope scope) {
        List<Part> parts = new ArrayList<>();
        if (scope.district()) {
            parts.add(new Part("district", ""));
        }
        scope.parks().forEach(id -> parts.add(new Part("park", id)));
        scope.enterprises().forEach(id -> parts.add(new Part("enterprise", id)));
        scope.outlets().forEach(id -> parts.add(new Part("outlet", id)));
        scope.devices().forEach(id -> parts.add(new Part("device", id)));
        return parts;
    }
}
