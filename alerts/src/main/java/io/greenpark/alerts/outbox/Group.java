package io.greenpark.alerts.outbox;

import io.greenpark.park.registry.Subject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A chat group that a robot writes to.
 *
 * @param id of the settings; what the books know it by, since its address is a secret
 * @param name what people call it
 * @param kind whose robot it is, the code of the channel: {@code dingtalk}, {@code wecom}, {@code feishu}
 * @param url where the robot takes messages; a secret
 * @param secret what its messages are signed with; null where the address alone is the secret
 * @param audience who is in it
 * @param language that it is told in
 * @param perMinute how many messages a minute the robot takes
 */
public record Group(
        String id,
        String name,
        Kind kind,
        String url,
        @Nullable String secret,
        Audience audience,
        Locale language,
        int perMinute) {
    /** Whose robot it is. */
    public enum Kind {
        DINGTALK("dingtalk"),
        WECOM("wecom"),
        FEISHU("feishu");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Whether it is an enterprise's own. */
    public boolean isOfEnterprise() {
        Subject part = audience.part();
        return part != null && part.scope() == Subject.Scope.ENTERPRISE;
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "Group[" + id + ", " + kind.code() + ", " + audience + "]";
    }
}
