package io.greenpark.dashboards.api;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What somebody may do and where, as JSON. */
final class GrantJson {
    private GrantJson() {}

    /** In the order of the roles. */
    static JsonArray of(Collection<Grant> grants) {
        return Json.array(sorted(grants), GrantJson::of);
    }

    /** The same, where each says in words where it is for, too. */
    static JsonArray named(Collection<Grant> grants, ScopeNames names) {
        return Json.array(sorted(grants), grant -> of(grant).put("where", Json.name(names.of(grant.scope()))));
    }

    /** In the order of the roles. */
    static List<Grant> sorted(Collection<Grant> grants) {
        return grants.stream().sorted(Comparator.comparing(Grant::role)).toList();
    }

    private static JsonObject of(Grant grant) {
        return new JsonObject().put("role", EnumCode.of(grant.role())).put("scope", scope(grant.scope()));
    }

    private static JsonObject scope(Scope scope) {
        return new JsonObject()
                .put("district", scope.district())
                .put("parks", ids(scope.parks()))
                .put("enterprises", ids(scope.enterprises()))
                .put("outlets", ids(scope.outlets()))
                .put("devices", ids(scope.devices()));
    }

    private static JsonArray ids(Set<String> ids) {
        return new JsonArray(ids.stream().sorted().toList());
    }
}
