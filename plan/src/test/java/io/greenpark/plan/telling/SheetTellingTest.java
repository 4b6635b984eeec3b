package io.greenpark.plan.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.DeliveryResult;
import io.greenpark.alerts.outbox.Digest;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.LetterBox;
import io.greenpark.alerts.outbox.Notification;
import io.greenpark.alerts.outbox.Recipient;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.plan.desk.SheetDesk;
import io.greenpark.plan.desk.SheetDesk.Entry;
import io.greenpark.plan.desk.SheetNews;
import io.greenpark.plan.sheet.SheetFigures;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.RegistryService.Start;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An enterprise is told of each sheet that is entered or changed, and reminded on its days while it says nothing; each once, whatever ends the process. */
class SheetTellingTest {
    private static final String URL = "https://park.example";

    /** Takes what it is given and sends nothing. */
    private static final class Mailbox implements Channel {
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
            throw new IllegalStateException("no case is told of here");
        }

        @Override
        public Content compose(String messageId, Letter letter, Recipient recipient) {
            return new Content(
                    letter.title().zh(),
                    letter.text().zh() + "\n" + letter.text().en() + "\n" + letter.link());
        }

        @Override
        public Content compose(Digest digest, Locale language) {
            throw new IllegalStateException("nothing is folded here");
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

    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-03-02T06:00:00Z");

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
    }

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private final MovedClock clock = new MovedClock();
    private RegistryService service;
    private SheetLetters letters;
    private SheetDesk desk;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() throws IOException {
        Path file = Files.writeString(fixture.folder().resolve("greenpark.yaml"), """
                registry:
                  district: {id: d}
                  parks: [{id: east}]
                  enterprises:
                    - {id: a, park: east, industry: hardware-tools, name: 恒达工具, contacts: [{name: Li, email: li@a.example}]}
                    - {id: b, park: east, industry: food-processing}
                """);
        ConfigFile config = ConfigFile.read(file, List.of(), new Problems());
        service = RegistryService.open(config, fixture.books(), RegistryConfig.defaults(), Start.STRICT, clock);
        letters = new SheetLetters(service, new LetterBox(List.of(new Mailbox())), URL);
        desk = new SheetDesk(fixture.books(), service, letters, clock);
    }

    @AfterEach
    void close() {
        service.close();
    }

    /** As a process that begins anew; each look is twice. */
    private void looksAt(String instant) {
        clock.now = Instant.parse(instant);
        for (int i = 0; i < 2; i++) {
            new SheetReminders(fixture.books(), service, letters, SheetRemindersConfig.defaults(), clock).step();
        }
    }

    private void enter(SheetDesk into, String enterprise, long version, String land) {
        SheetFigures figures = new SheetFigures(
                new BigDecimal(land), null, null, null, null, null, null, null, null, null, null, null, null, null);
        assertThat(into.enter(List.of(new Entry(enterprise, 2025, version, figures, "税务", AllowedUse.JUDGE)), "wang")
                        .refusal())
                .isNull();
    }

    private List<String> written() {
        return fixture.books().read(handle -> handle.createQuery(
                        "SELECT target, subject, body FROM letter_outbox ORDER BY created_ms, about, step")
                .map((row, context) ->
                        row.getString("target") + " " + row.getString("subject") + "\n" + row.getString("body"))
                .list());
    }

    @Test
    void each_version_that_is_entered_is_told_with_the_way_to_its_page_and_without_its_figures() {
        enter(desk, "a", 0, "12.75");
        assertThat(written()).singleElement().satisfies(letter -> assertThat(letter)
                .startsWith("li@a.example 请核对 2025 年度数据：恒达工具")
                .contains("已录入，请贵单位确认", "税务", "is to be confirmed", URL + "/#/year-sheets/a:2025")
                .doesNotContain("12.75"));
        enter(desk, "a", 1, "12.75");
        assertThat(written()).as("as it stands already").hasSize(1);
        assertThat(desk.answer("a", 2025, 1, true, null, "li").refusal()).isNull();
        assertThat(written()).as("what the enterprise did itself").hasSize(1);
        enter(desk, "a", 2, "13");
        assertThat(written()).hasSize(2).last().asString().contains("已更新，须重新确认");
        enter(desk, "b", 0, "1");
        assertThat(written()).as("who has no contact").hasSize(2);
    }

    @Test
    void a_process_that_dies_while_it_keeps_a_sheet_has_kept_none_and_told_nobody() {
        SheetNews dying = (handle, sheet, now) -> {
            letters.entered(handle, sheet, now);
            throw new IllegalStateException("killed");
        };
        SheetDesk killed = new SheetDesk(fixture.books(), service, dying, clock);
        assertThatThrownBy(() -> enter(killed, "a", 0, "1")).hasMessageContaining("killed");
        assertThat(written()).isEmpty();
        assertThat(desk.look("a", 2025).version()).isZero();
        enter(desk, "a", 0, "1");
        assertThat(written()).hasSize(1);
    }

    @Test
    void who_says_nothing_is_reminded_on_the_days_and_nobody_else() {
        looksAt("2026-03-02T06:00:00Z");
        enter(desk, "a", 0, "1");
        looksAt("2026-03-09T00:59:00Z");
        assertThat(written()).as("before nine").hasSize(1);
        looksAt("2026-03-09T01:00:00Z");
        looksAt("2026-03-15T09:00:00Z");
        assertThat(written())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("li@a.example 提醒：")
                .contains("尚待贵单位确认");
        looksAt("2026-04-20T09:00:00Z");
        assertThat(written()).as("of days that went by, the last").hasSize(3);
        looksAt("2026-05-20T09:00:00Z");
        assertThat(written()).hasSize(3);

        enter(desk, "a", 1, "2");
        assertThat(desk.answer("a", 2025, 2, false, "亩数不对", "li").refusal()).isNull();
        clock.now = clock.now.plus(Duration.ofDays(30));
        looksAt(clock.now.toString());
        assertThat(written()).as("it has answered").hasSize(4);
    }

    @Test
    void of_what_was_entered_before_there_were_reminders_nobody_is_reminded() {
        enter(desk, "a", 0, "1");
        looksAt("2026-03-12T06:00:00Z");
        looksAt("2026-04-12T06:00:00Z");
        assertThat(written()).hasSize(1);
    }

    @Test
    void days_are_a_setting_and_a_wrong_one_is_named() {
        Problems problems = new Problems();
        assertThat(SheetRemindersConfig.from(Settings.ofTexts(Map.of()), problems)
                        .remindAfterDays())
                .containsExactly(7, 14, 21);
        SheetRemindersConfig.from(Settings.ofTexts(Map.of("remindAfterDays", "soon")), problems);
        assertThat(problems.list().toString()).contains("remindAfterDays", "soon", "1..366");
    }
}
