package io.greenpark.alerts.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseContent;
import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.CaseMessage;
import io.greenpark.alerts.cases.CaseStatus;
import io.greenpark.alerts.rule.Comparison;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecipientsTest {
    private static List<Subject.Scope> targetsWithoutRecipients(Registry registry, Map<String, String> settings) {
        OutboxConfig config = OutboxConfig.from(Settings.ofTexts(settings).section("alerts"), new Problems());
        return new Recipients(config, Maintainers.NONE)
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
    void a_letter_about_a_part_goes_to_accounts_that_may_look_at_all_of_it_and_a_case_does_not() {
        Registry registry = new TestPark().registry();
        Subject park = Subject.park(TestPark.PARK);
        Maintainers leaders = new Maintainers() {
            @Override
            public List<Contact> of(Set<String> devices) {
                return List.of();
            }

            @Override
            public List<Contact> of(Subject part) {
                return part.equals(park)
                        ? List.of(new Contact("Chen", "chen@jindong.example", null, Locale.CHINESE))
                        : List.of();
            }
        };
        Recipients recipients = new Recipients(OutboxConfig.from(Settings.ofTexts(Map.of()), new Problems()), leaders);
        Channel mail = new MailOnly();
        String chen = "chen@jindong.example";
        assertThat(recipients.isTold(registry, new Told(null, park, null, null), mail, chen))
                .isTrue();
        Subject district = Subject.district(registry.facts().districtId());
        assertThat(recipients.isTold(registry, new Told(null, district, null, null), mail, chen))
                .isFalse();
        Told ofCase = new Told(Case.Rule.ENERGY_DECLINE_BEHIND, park, null, null);
        assertThat(recipients.isTold(registry, ofCase, mail, chen)).isFalse();
    }

    @Test
    void a_contractor_is_told_of_a_device_and_answers_by_no_link() {
        Registry registry = new TestPark().registry();
        Contact contractor = new Contact("Sun", "sun@contractor.example", null, Locale.CHINESE);
        Recipients recipients = new Recipients(
                OutboxConfig.from(Settings.ofTexts(Map.of()), new Problems()), devices -> List.of(contractor));
        Subject about = Subject.enterprise(TestPark.ENTERPRISE);
        Instant at = Instant.parse("2026-11-23T02:00:00Z");
        Case c = new Case(
                "c-1",
                new CaseKey(Case.Rule.DEVICE_SILENT, TestPark.ANALYSER, about, null, TestPark.ANALYSER),
                new CaseStatus(Case.State.OPEN, true, false, null),
                new CaseContent(
                        new CaseMessage(Bilingual.same("x"), Bilingual.same("x")),
                        new Comparison(BigDecimal.ONE, null, null, null),
                        at,
                        at,
                        at),
                at,
                null,
                null,
                List.of());
        Channel mail = new MailOnly();
        assertThat(recipients.isTold(registry, Told.of(c), mail, contractor.email()))
                .isTrue();
        assertThat(recipients.reached(registry, c, mail, contractor.email(), contractor.name()))
                .isEmpty();
        Contact own = registry.enterprise(TestPark.ENTERPRISE).orElseThrow().contacts().stream()
                .filter(contact -> contact.email() != null)
                .findFirst()
                .orElseThrow();
        assertThat(recipients.reached(registry, c, mail, own.email(), own.name()))
                .isPresent();
    }

    @Test
    void the_bureau_s_recipients_are_notified_of_every_case() {
        Map<String, String> bureau =
                Map.of("alerts.recipients.0.name", "Duty desk", "alerts.recipients.0.email", "duty@example.org");
        assertThat(targetsWithoutRecipients(
                        new TestPark().withoutAreaContacts().onlyContacts().registry(), bureau))
                .isEmpty();
    }

    /** Reaches by mail, and is never used. */
    private static final class MailOnly implements Channel {
        @Override
        public String code() {
            return "mail";
        }

        @Override
        public @Nullable String target(Recipient recipient) {
            return recipient.email();
        }

        @Override
        public Content compose(Notification notification, Recipient recipient) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Content compose(String messageId, Letter letter, Recipient recipient) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Content compose(Digest digest, Locale language) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<DeliveryResult> send(OutboundMessage message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
