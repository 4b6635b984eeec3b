package io.greenpark.alerts.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipientsTest {
    private static List<Subject.Scope> targetsWithoutRecipients(Registry registry, Map<String, String> settings) {
        OutboxConfig config = OutboxConfig.from(Settings.ofTexts(settings).section("alerts"), new Problems());
        return new Recipients(config)
                .targetsWithoutRecipients(registry).stream()
                        .map(t -> t.subject().scope())
                        .toList();
    }

    @Test
    void targets_whose_cases_would_notify_nobody_are_listed() {
        assertThat(targetsWithoutRecipients(new TestPark().registry(), Map.of()))
                .isEmpty();
        assertThat(targetsWithoutRecipients(new TestPark().withoutAreaContacts().registry(), Map.of()))
                .containsExactly(Subject.Scope.PARK, Subject.Scope.DISTRICT);
        assertThat(targetsWithoutRecipients(new TestPark().onlyContacts().registry(), Map.of()))
                .containsExactly(Subject.Scope.ENTERPRISE);
    }

    @Test
    void the_bureau_s_recipients_are_notified_of_every_case() {
        Map<String, String> bureau =
                Map.of("alerts.recipients.0.name", "Duty desk", "alerts.recipients.0.email", "duty@example.org");
        assertThat(targetsWithoutRecipients(
                        new TestPark().withoutAreaContacts().onlyContacts().registry(), bureau))
                .isEmpty();
    }
}
