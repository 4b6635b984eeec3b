package io.greenpark.dashboards.api;

import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a body says that an account is to be; what it leaves out stays as it is. */
final class AccountRequest extends RequestBody {
    AccountRequest(Question question, String... allowed) {
        super(question, allowed);
    }

    /** Whose account it is. */
    Person person() {
        return new Person(
                text("fullName"),
                textOrNull("email").orElse(null),
                textOrNull("phone").orElse(null));
    }

    /** The same, where what is left out is as it was. */
    Person person(Person before) {
        return new Person(
                has("fullName") ? text("fullName") : before.fullName(),
                other("email", before.email()),
                other("phone", before.phone()));
    }

    private @Nullable String other(String name, @Nullable String before) {
        return has(name) ? textOrNull(name).orElse(null) : before;
    }

    Set<Grant> grants() {
        if (!(json().getValue("grants") instanceof JsonArray grants)) {
            throw wrong("grants", "须为角色和范围的列表", "must be a list of roles with their scopes");
        }
        Set<Grant> all = new HashSet<>();
        for (Object each : grants) {
            if (!(each instanceof JsonObject grant)) {
                throw wrong("grants", "须为角色和范围的列表", "must be a list of roles with their scopes");
            }
            all.add(new Grant(
                    constant("role", grant.getValue("role"), Role.class, EnumCode::of),
                    scope(grant.getValue("scope"))));
        }
        return all;
    }

    private static Scope scope(@Nullable Object scope) {
        if (!(scope instanceof JsonObject parts)) {
            throw wrong(
                    "scope",
                    "须指明范围，如 {\"district\": true} 或 {\"parks\": [\"fucun\"]}",
                    "must name a part, as" + " {\"district\": true} or {\"parks\": [\"fucun\"]}");
        }
        return new Scope(
                Boolean.TRUE.equals(parts.getValue("district")),
                ids(parts, "parks"),
                ids(parts, "enterprises"),
                ids(parts, "outlets"),
                ids(parts, "devices"));
    }
}
