package io.greenpark.alerts.outbox;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.Contact;
import java.time.Duration;
import java.util.List;

/**
 * Settings of the outbox, section {@code alerts}.
 *
 * @param instance name of this process among several on one database ({@code outbox.instance}, default greenpark)
 * @param firstPause pause before the second attempt; it doubles from there ({@code outbox.firstPause}, default 10s)
 * @param longestPause the pause grows no longer ({@code outbox.longestPause}, default 1h)
 * @param giveUpAfter how long delivery is tried ({@code outbox.giveUpAfter}, default 3d)
 * @param claimFor after this a claimed message of a vanished process is free again ({@code outbox.claimFor}, default 5m)
 * @param bureau the bureau's recipients, notified of every case, see {@link BureauSettings}
 * @param groups chat groups, see {@link GroupSettings}
 */
public record OutboxConfig(
        String instance,
        Duration firstPause,
        Duration longestPause,
        Duration giveUpAfter,
        Duration claimFor,
        List<BureauRecipient> bureau,
        List<Group> groups) {
    public OutboxConfig {
        bureau = List.copyOf(bureau);
        groups = List.copyOf(groups);
    }

    /** The bureau's recipients as people. */
    public List<Contact> recipients() {
        return bureau.stream().map(BureauRecipient::contact).toList();
    }

    public static OutboxConfig from(Settings alerts, Problems problems) {
        Settings s = alerts.section("outbox");
        Duration second = Duration.ofSeconds(1);
        Duration day = Duration.ofDays(1);
        return new OutboxConfig(
                s.text("instance", "greenpark"),
                s.duration("firstPause", Duration.ofSeconds(10), second, day, problems),
                s.duration("longestPause", Duration.ofHours(1), second, day, problems),
                s.duration("giveUpAfter", Duration.ofDays(3), Duration.ofMinutes(1), Duration.ofDays(365), problems),
                s.duration("claimFor", Duration.ofMinutes(5), Duration.ofMinutes(1), day, problems),
                BureauSettings.from(alerts, problems),
                GroupSettings.from(alerts, problems));
    }
}
