package io.greenpark.dashboards.api;

import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a body says that an account is to be; what it leaves out stays as it is. */
final class AccountRequest {
    private static final int LONGEST_REASON = 2_000;

    private final JsonObject body;

    AccountRequest(Question question, String... allowed) {
        body = question.body();
        for (String name : body.fieldNames()) {
            if (!Set.of(allowed).contains(name)) {
                throw wrong(
                        name,
                        "此处没有该项；可用的有 " + String.join(", ", allowed),
                        "is unknown here; allowed: " + String.join(", ", allowed));
            }
        }
    }

    boolean has(String name) {
        return body.containsKey(name);
    }

    /** A text that must be there. */
    String text(String name) {
        return textOrNull(name)
                .orElseThrow(() -> wrong(name, "必须填写，为非空文本", "must be there, as a text that is not empty"));
    }

    /** A text; empty where it is left out, null or blank. */
    Optional<String> textOrNull(String name) {
        Object value = body.getValue(name);
        if (value != null && !(value instanceof String)) {
            throw wrong(name, "须为文本", "must be a text");
        }
        return Optional.ofNullable((String) value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A whole number from 0 on that must be there. */
    long whole(String name) {
        Object value = body.getValue(name);
        if (!(value instanceof Integer || value instanceof Long) || ((Number) value).longValue() < 0) {
            throw wrong(name, "须为从 0 起的整数", "must be a whole number from 0 on");
        }
        return ((Number) value).longValue();
    }

    /** Why somebody does it, which is on record. */
    String reason() {
        String reason = text("reason");
        if (reason.length() > LONGEST_REASON) {
            throw wrong("reason", "最多 " + LONGEST_REASON + " 个字符", "has at most " + LONGEST_REASON + " characters");
        }
        return reason;
    }

    /** A truth value; false where it is left out. */
    boolean flag(String name) {
        Object value = body.getValue(name);
        if (value != null && !(value instanceof Boolean)) {
            throw wrong(name, "须为 true 或 false", "must be true or false");
        }
        return Boolean.TRUE.equals(value);
    }

    long version() {
        if (!(body.getValue("version") instanceof Number version)) {
            throw wrong("version", "须为所见账号的版本号", "must be the version of the account that was seen");
        }
        return version.longValue();
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
        if (!(body.getValue("grants") instanceof JsonArray grants)) {
            throw wrong("grants", "须为角色和范围的列表", "must be a list of roles with their scopes");
        }
        Set<Grant> all = new HashSet<>();
        for (Object each : grants) {
            if (!(each instanceof JsonObject grant)) {
                throw wrong("grants", "须为角色和范围的列表", "must be a list of roles with their scopes");
            }
            all.add(new Grant(role(grant.getValue("role")), scope(grant.getValue("scope"))));
        }
        return all;
    }

    private static Role role(@Nullable Object code) {
        return Arrays.stream(Role.values())
                .filter(role -> EnumCode.of(role).equals(code))
                .findFirst()
                .orElseThrow(() -> {
                    String codes =
                            Arrays.stream(Role.values()).map(EnumCode::of).collect(Collectors.joining(", "));
                    return wrong(
                            "role", "的值 \"" + code + "\" 不可用；可用的有 " + codes, "\"" + code + "\" is not one of " + codes);
                });
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

    private static Set<String> ids(JsonObject parts, String name) {
        Object value = parts.getValue(name);
        if (value == null) {
            return Set.of();
        }
        if (!(value instanceof JsonArray ids) || ids.stream().anyMatch(id -> !(id instanceof String))) {
            throw wrong(name, "须为编号列表", "must be a list of ids");
        }
        return ids.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    static Problem wrong(String name, String zh, String en) {
        return Problem.badRequest(new Bilingual("\"" + name + "\" " + zh, "\"" + name + "\" " + en));
    }
}
