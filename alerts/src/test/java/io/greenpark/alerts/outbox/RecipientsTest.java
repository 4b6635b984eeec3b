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
    private static List<Subject.Scope> untold(Registry registry, Map<String, String> settings) {
        OutboxConfig config = OutboxConfig.from(Settings.ofTexts(settings).section("alerts"), new Problems());
        return new Recipients(config)
                .untold(registry).stream().map(t -> t.subject().scope()).toList();
    }

    @Test
    void targets_whose_cases_nobody_would_be_told_of_are_known_beforehand() {
        assertThat(untold(new TestPark().registry(), Map.of())).isEmpty();
        assertThat(untold(new TestPark().withoutAreaContacts().registry(), Map.of()))
                .containsExactly(Subject.Scope.PARK, Subject.Scope.DISTRICT);
        assertThat(untold(new TestPark().onlyContacts().registry(), Map.of()))
                .containsExactly(Subject.Scope.ENTERPRISE);
    }

    @Test
    void the_recipients_of_the_bureau_are_told_of_every_case() {
        Map<String, String> bureau =
                Map.of("alerts.recipients.0.name", "Duty desk", "alerts.recipients.0.email", "duty@example.org");
        assertThat(untold(new TestPark().withoutAreaContacts().onlyContacts().registry(), bureau))
                .isEmpty();
    }
}
