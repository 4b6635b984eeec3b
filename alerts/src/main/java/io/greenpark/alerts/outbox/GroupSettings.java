package io.greenpark.alerts.outbox;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the chat groups that robots write to, the list {@code alerts.groups}: {@code id}, {@code name}, {@code kind} (dingtalk, wecom,
 * feishu), {@code url} and {@code secret} (secrets), {@code audience} ({@code district/ID}, {@code park/ID}, {@code enterprise/ID} or
 * {@code mixed}: who is in it), {@code language}, {@code perMinute}.
 */
final class GroupSettings {
    /** A robot of DingTalk or WeCom takes 20 a minute, and is silent for ten where it is sent more. */
    private static final int PER_MINUTE = 18;

    private static final int MOST_PER_MINUTE = 100;

    private GroupSettings() {}

    static List<Group> from(Settings alerts, Problems problems) {
        List<Group> groups = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Settings s : alerts.sections("groups")) {
            Group group = group(s, problems);
            if (group != null && !ids.add(group.id())) {
                problems.add(
                        s.place("id"), s.fullKey("id"), "\"" + group.id() + "\" is there twice; give each its own");
            } else if (group != null) {
                groups.add(group);
            }
        }
        return groups;
    }

    private static @Nullable Group group(Settings s, Problems problems) {
        String id = s.text("id", "");
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            problems.add(
                    s.place("id"),
                    s.fullKey("id"),
                    "\"" + id + "\" is not allowed; accepted: 1 to 40 lower-case letters, digits and hyphens");
        }
        String name = s.text("name", id);
        Group.Kind kind = s.choice("kind", Group.Kind.DINGTALK, Group.Kind.class, problems);
        String url = s.secret("url", problems);
        // The address holds the robot's token, so it is not shown.
        if (url == null || !url.matches("https?://[^\\s]+")) {
            problems.add(s.place("url"), s.fullKey("url"), "is not allowed; accepted: the robot's http or https URL");
        }
        String secret = s.secret("secret", problems);
        if (secret != null && kind == Group.Kind.WECOM) {
            problems.add(
                    s.place("secret"),
                    s.fullKey("secret"),
                    "is not used: a robot of WeCom signs nothing; leave it out");
        }
        String language = s.text("language", "zh");
        if (!language.equals("zh") && !language.equals("en")) {
            problems.add(
                    s.place("language"),
                    s.fullKey("language"),
                    "\"" + language + "\" is not allowed; accepted: zh, en");
        }
        Audience audience = audience(s, problems);
        int perMinute = s.integer("perMinute", PER_MINUTE, 1, MOST_PER_MINUTE, problems);
        return url == null || audience == null
                ? null
                : new Group(
                        id,
                        s.text("name", id),
                        kind,
                        url,
                        secret,
                        audience,
                        Locale.forLanguageTag(language),
                        perMinute);
    }

    private static @Nullable Audience audience(Settings s, Problems problems) {
        String text = s.text("audience", "");
        if (text.equals("mixed")) {
            return Audience.MIXED;
        }
        int slash = text.indexOf('/');
        String id = text.substring(slash + 1);
        Subject part =
                switch (slash < 0 ? "" : text.substring(0, slash)) {
                    case "district" -> Subject.district(id);
                    case "park" -> Subject.park(id);
                    case "enterprise" -> Subject.enterprise(id);
                    default -> null;
                };
        if (part == null || id.isEmpty()) {
            problems.add(
                    s.place("audience"),
                    s.fullKey("audience"),
                    "\"" + text
                            + "\" is not allowed; accepted: who is in the group, district/ID, park/ID or enterprise/ID"
                            + " where all of them are of that, otherwise mixed");
            return null;
        }
        return new Audience(part);
    }
}
