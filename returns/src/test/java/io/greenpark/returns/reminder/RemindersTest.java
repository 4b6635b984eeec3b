package io.greenpark.returns.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.DeliveryResult;
import io.greenpark.alerts.outbox.Digest;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.LetterBox;
import io.greenpark.alerts.outbox.LinksConfig;
import io.greenpark.alerts.outbox.Maintainers;
import io.greenpark.alerts.outbox.Notification;
import io.greenpark.alerts.outbox.NotificationDispatcher;
import io.greenpark.alerts.outbox.OutboxConfig;
import io.greenpark.alerts.outbox.Recipient;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.returns.ReturnsConfig;
import io.greenpark.returns.desk.ReturnDesk;
import io.greenpark.returns.figure.Amount;
import io.greenpark.returns.figure.Figures;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.figure.ReturnUnit;
import io.greenpark.returns.form.Draft;
import io.greenpark.returns.form.Signature;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is reminded when, as a timeline; once each, and of nothing that was before. */
class RemindersTest {
    private static final ReturnPeriod NOVEMBER = new ReturnPeriod(YearMonth.of(2026, 11));
    private static final Figures FIGURES = new Figures(
            new Amount(BigDecimal.TEN, ReturnUnit.CNY_10000),
            new Amount(BigDecimal.ONE, ReturnUnit.CNY_10000),
            List.of(),
            Map.of());

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private final List<String> sent = new ArrayList<>();
    private final Mail mail = new Mail();
    private Instant now = at("2026-11-30T12:00");
    private RegistryService service;
    private ReturnDesk desk;
    private Reminders reminders;
    private NotificationDispatcher dispatcher;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    /** Keeps what it is given to send. */
    private final class Mail implements Channel {
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
            throw new IllegalStateException("there are no cases here");
        }

        @Override
        public Content compose(String messageId, Letter letter, Recipient recipient) {
            return new Content(
                    letter.title().in(recipient.language()), letter.text().zh() + "\n" + letter.link());
        }

        @Override
        public Content compose(Digest digest, Locale language) {
            throw new IllegalStateException("there are no cases here");
        }

        @Override
        public CompletionStage<DeliveryResult> send(OutboundMessage message) {
            sent.add(message.target());
            return CompletableFuture.completedFuture(new DeliveryResult.Delivered());
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    @BeforeEach
    void open() throws IOException {
        Path file = Files.writeString(fixture.folder().resolve("greenpark.yaml"), """
                registry:
                  parks: [{id: p}]
                  enterprises:
                    - {id: e, park: p, industry: food, aboveScale: true, contacts: [{name: 李, email: li@e.example}]}
                    - {id: g, park: p, industry: food, aboveScale: true, contacts: [{name: 王, email: wang@g.example}]}
                    - {id: small, park: p, industry: food, contacts: [{name: 陈, email: chen@s.example}]}
                    - {id: nobody, park: p, industry: food, aboveScale: true}
                """);
        ConfigFile config = ConfigFile.read(file, List.of(), new Problems());
        service = RegistryService.open(config, fixture.books(), RegistryConfig.defaults(), Start.STRICT, clock);
        desk = new ReturnDesk(
                fixture.books(),
                service,
                (subject, from, to, step, basis) -> List.of(),
                service::submitStatistics,
                ReturnsConfig.defaults(),
                clock);
        reminders = reminders();
        OutboxConfig outbox = OutboxConfig.from(Settings.ofTexts(Map.of()), new Problems());
        dispatcher = new NotificationDispatcher(
                fixture.books(),
                outbox,
                List.of(mail),
                new LinksConfig.Urls("http://localhost:8080", "http://localhost:8080"),
                service,
                Maintainers.NONE,
                (handle, channel, target, result, at) -> {},
                clock);
    }

    private Reminders reminders() {
        return new Reminders(
                fixture.books(), service, desk, new LetterBox(List.of(mail)), "http://localhost:8080", clock);
    }

    @AfterEach
    void close() {
        service.close();
    }

    /** Who got a letter when the clock shows a time, after the process looked twice and was started anew. */
    private List<String> mailed(String local) throws InterruptedException {
        now = at(local);
        sent.clear();
        reminders.step();
        reminders.step();
        reminders = reminders();
        reminders.step();
        dispatcher.recover();
        while (dispatcher.step()) {
            now = now.plusMillis(1);
        }
        return sent.stream().sorted().toList();
    }

    private void submit(String enterprise) {
        desk.save(enterprise, NOVEMBER, 0, new Draft(FIGURES, Map.of(), Map.of(), AllowedUse.JUDGE), "li");
        assertThat(desk.submit(enterprise, NOVEMBER, 1, new Signature("李娜", "li", now))
                        .refusal())
                .isNull();
    }

    @Test
    void contacts_are_reminded_once_on_each_of_the_days_until_it_is_submitted() throws InterruptedException {
        assertThat(mailed("2026-11-30T12:00")).as("November runs").isEmpty();
        assertThat(mailed("2026-12-01T12:00")).isEmpty();
        assertThat(mailed("2026-12-03T08:59")).isEmpty();
        assertThat(mailed("2026-12-03T09:00")).containsExactly("li@e.example", "wang@g.example");
        assertThat(mailed("2026-12-03T15:00")).isEmpty();
        assertThat(mailed("2026-12-04T09:00")).isEmpty();
        submit("e");
        assertThat(mailed("2026-12-05T09:00")).containsExactly("wang@g.example");
        assertThat(mailed("2026-12-08T09:00")).containsExactly("wang@g.example");
        assertThat(mailed("2026-12-20T09:00")).isEmpty();
        Map<String, Instant> last = fixture.books().read(handle -> ReminderTable.last(handle, NOVEMBER));
        assertThat(last).containsOnlyKeys("e", "g");
    }

    @Test
    void nobody_is_reminded_of_a_return_that_cannot_be_submitted_as_its_month_is_closed() throws InterruptedException {
        mailed("2026-11-30T12:00");
        assertThat(mailed("2026-12-03T09:00")).hasSize(2);
        ClosedMonth closed = new ClosedMonth("p", NOVEMBER.months().get(0), 1, now, "wang", Set.of("e", "g"));
        EditRequest by = new EditRequest("wang", Source.CONSOLE, "agreed", List.of(), null, false);
        assertThat(service.submitClosing(closed, by, service.current(), (handle, change) -> {}))
                .hasValueSatisfying(result -> assertThat(result.applied()).isTrue());
        assertThat(mailed("2026-12-05T09:00")).isEmpty();
        assertThat(mailed("2026-12-08T09:00")).isEmpty();
    }

    @Test
    void the_first_start_reminds_nobody_of_months_before() throws InterruptedException {
        assertThat(mailed("2026-12-04T12:00")).isEmpty();
        assertThat(mailed("2026-12-05T09:00")).as("November was over before").isEmpty();
        assertThat(mailed("2027-01-03T09:00")).containsExactly("li@e.example", "wang@g.example");
    }

    @Test
    void of_days_that_went_by_unseen_only_the_last_is_told() throws InterruptedException {
        mailed("2026-11-30T12:00");
        assertThat(mailed("2026-12-07T09:00")).containsExactly("li@e.example", "wang@g.example");
    }

    @Test
    void january_and_february_are_reminded_of_in_march() throws InterruptedException {
        mailed("2026-11-30T12:00");
        assertThat(mailed("2027-02-08T09:00")).isEmpty();
        assertThat(mailed("2027-03-03T09:00")).hasSize(2);
    }

    @Test
    void a_letter_leads_to_the_form_and_says_until_when() throws InterruptedException {
        mailed("2026-11-30T12:00");
        mailed("2026-12-03T09:00");
        String body = fixture.books()
                .read(handle -> handle.createQuery("SELECT body FROM letter_outbox WHERE target = 'li@e.example'")
                        .mapTo(String.class)
                        .one());
        assertThat(body).contains("2026 年 11 月", "12 月 8 日前", "http://localhost:8080/#/returns/e:2026-11");
    }
}
