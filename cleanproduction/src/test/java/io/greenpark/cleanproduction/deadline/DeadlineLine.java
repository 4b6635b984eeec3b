package io.greenpark.cleanproduction.deadline;

import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.alerts.cases.CaseReconciler;
import io.greenpark.alerts.cases.CaseRemarks;
import io.greenpark.alerts.cases.WithheldFigures;
import io.greenpark.alerts.evaluation.JudgingRules;
import io.greenpark.alerts.evaluation.OverdueEvaluator;
import io.greenpark.alerts.evaluation.RegistryExpectations;
import io.greenpark.alerts.evaluation.RulesConfig;
import io.greenpark.alerts.explain.Explaining;
import io.greenpark.alerts.link.CaseLinks;
import io.greenpark.alerts.message.Messages;
import io.greenpark.alerts.notice.NoticePlanKind;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.DeliveryResult;
import io.greenpark.alerts.outbox.Digest;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.LetterBox;
import io.greenpark.alerts.outbox.LinksConfig;
import io.greenpark.alerts.outbox.Maintainers;
import io.greenpark.alerts.outbox.Notification;
import io.greenpark.alerts.outbox.Outbox;
import io.greenpark.alerts.outbox.OutboxConfig;
import io.greenpark.alerts.outbox.Recipient;
import io.greenpark.alerts.outbox.Recipients;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.alerts.stopped.StoppedEnterprises;
import io.greenpark.alerts.text.CaseTexts;
import io.greenpark.cleanproduction.desk.CleanProductionDesk;
import io.greenpark.cleanproduction.desk.DeskFixture;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.Contact;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Deadlines as the process that ships looks at them, with a mailbox that nothing leaves. */
final class DeadlineLine {
    private DeadlineLine() {}

    /** The process is gone before what it did is durable. */
    static final class KilledException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes what it is given and sends nothing. */
    private static final class Mailbox implements Channel {
        private int left;

        Mailbox(int kills) {
            left = kills;
        }

        private void take() {
            left--;
            if (left == 0) {
                throw new KilledException();
            }
        }

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
            take();
            return new Content(
                    notification.event().kind().name(),
                    notification.alertCase().text().zh());
        }

        @Override
        public Content compose(String messageId, Letter letter, Recipient recipient) {
            take();
            return new Content(letter.title().zh(), letter.text().zh() + "\n" + letter.link());
        }

        @Override
        public Content compose(Digest digest, Locale language) {
            return new Content(digest.title().in(language), String.join("\n", digest.lines()));
        }

        @Override
        public CompletionStage<DeliveryResult> send(OutboundMessage message) {
            throw new IllegalStateException("nothing is delivered here");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** As after a start of the process. */
    static Deadlines of(DeskFixture fixture) {
        return of(fixture, new Mailbox(Integer.MAX_VALUE));
    }

    /** As a process that is killed while it writes its so manieth letter or notice. */
    static Deadlines killedAt(DeskFixture fixture, int message) {
        return of(fixture, new Mailbox(message));
    }

    private static Deadlines of(DeskFixture fixture, Mailbox mailbox) {
        Settings none = Settings.ofTexts(Map.of());
        WithheldFigures withheld = new WithheldFigures(fixture.registry, Disclosures.standard());
        JudgingRules rules = new JudgingRules(RulesConfig.from(none, new Problems()));
        CaseReconciler reconciler = new CaseReconciler(
                new CaseTexts(fixture.registry, withheld, StoppedEnterprises.byFiles()),
                new Outbox(
                        fixture.registry,
                        new Recipients(OutboxConfig.from(none, new Problems()), Maintainers.NONE),
                        List.of(mailbox),
                        LinksConfig.from(none, new Problems()).urls("http://localhost"),
                        Messages.shipped(),
                        new CaseLinks(new byte[32], Duration.ofDays(7), fixture.clock),
                        withheld,
                        new Policies<>(new NoticePlanKind()),
                        CaseRemarks.NONE,
                        Explaining.NONE),
                new RegistryExpectations(fixture.registry, rules, StoppedEnterprises.byFiles(), fixture.clock));
        return new Deadlines(
                fixture.books(),
                fixture.registry,
                new CleanProductionDesk(fixture.books(), fixture.registry, fixture.desk.config(), fixture.clock),
                new LetterBox(List.of(mailbox)),
                new OverdueEvaluator(fixture.books(), fixture.registry, rules, reconciler, fixture.clock),
                new Deadlines.Mailing(
                        List.of(new Contact("局", "bureau@jindong.example", null, Locale.CHINESE)),
                        "http://office",
                        "http://enterprise"),
                fixture.clock);
    }
}
