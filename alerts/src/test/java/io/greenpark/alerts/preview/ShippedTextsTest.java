package io.greenpark.alerts.preview;

import static io.greenpark.alerts.TestPark.ANALYSER;
import static io.greenpark.alerts.TestPark.COD;
import static io.greenpark.alerts.TestPark.NOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.alerts.EnergyRows;
import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.Case.Rule;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseRemarks;
import io.greenpark.alerts.channel.sms.SmsSettings;
import io.greenpark.alerts.channel.sms.SmsWording;
import io.greenpark.alerts.notice.Tier;
import io.greenpark.alerts.outbox.LinksConfig;
import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All texts that are shipped, with real cases, in one file that a person can judge: {@code notices/shipped-texts.txt}. */
class ShippedTextsTest {
    private static final List<String> CHANNELS = List.of("mail", "robot", "work", "sms");
    private static final LinksConfig.Urls URLS =
            new LinksConfig.Urls("https://office.example", "https://enterprise.example");

    @RegisterExtension
    final Timeline line = new Timeline();

    private static SmsWording sms() {
        return new SmsWording(SmsSettings.from(
                Settings.ofTexts(Map.ofEntries(
                        Map.entry("templates.0.code", "SMS_1"),
                        Map.entry("templates.0.event", "any"),
                        Map.entry("templates.0.variables.0.name", "who"),
                        Map.entry("templates.0.variables.0.value", "{who}"),
                        Map.entry("templates.0.variables.1.name", "what"),
                        Map.entry("templates.0.variables.1.value", "{what}"),
                        Map.entry("templates.0.variables.1.longest", "30"),
                        Map.entry("templates.0.variables.2.name", "code"),
                        Map.entry("templates.0.variables.2.value", "{receipt}"),
                        Map.entry("templates.0.variables.2.longest", "35"))),
                List.of(),
                new Problems()));
    }

    private Optional<?> change(MessageDesk desk, String document, long seen, String by, String reason) {
        String canonical = desk.canonical(document);
        return line.books().write(tx -> desk.change(tx.handle(), line.clock.instant(), canonical, seen, by, reason));
    }

    private MessageDesk desk() {
        return new MessageDesk(line.books(), line, URLS, sms(), CaseRemarks.NONE, line.clock);
    }

    private Preview of(Case c, String channel, CaseEvent.Kind kind, Tier tier, String language) {
        return desk().preview(c, new Wanted(channel, kind, tier, Locale.forLanguageTag(language)), null)
                .orElseThrow();
    }

    private Case told(Rule rule) {
        return line.told().find(line.only(rule).id()).orElseThrow();
    }

    private Case exceeded() {
        line.registry(new TestPark().onlyContacts(new Contact("li", "li@example.org", null, Locale.CHINESE)));
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212.4", 0.98);
        return told(Rule.LIMIT_EXCEEDED);
    }

    @Test
    void every_text_in_both_languages() throws IOException {
        StringBuilder all = new StringBuilder();
        Case stack = exceeded();
        add(all, "排放口超标 / a stack over its limit", stack, Tier.ENTERPRISE);
        all.append("\n######## 各类进展 / every step, as a line of a digest\n");
        for (CaseEvent.Kind kind : CaseEvent.Kind.values()) {
            all.append(EnumCode.of(kind)).append('\n');
            for (String language : List.of("zh", "en")) {
                all.append("  ")
                        .append(of(stack, "line", kind, Tier.OFFICE, language).text())
                        .append('\n');
            }
        }
        line.at("2026-11-23T12:25").hour(NOX, "2026-11-23T12:00", "184.2", 0.4);
        line.at("2026-11-24T00:10").day(COD, "2026-11-23", "118.25", 0.96);
        Case water = line.cases(Rule.LIMIT_EXCEEDED).stream()
                .filter(c -> COD.equals(c.pointId()))
                .findFirst()
                .orElseThrow();
        add(all, "废水日均值超标 / a water outlet over its daily limit", water, Tier.OFFICE);
        line.at("2026-11-24T10:00").restart().allHeardBut().evaluateSilence();
        line.at("2026-11-24T10:45").allHeardBut(ANALYSER).evaluateSilence();
        add(all, "设备离线 / a silent device", told(Rule.DEVICE_SILENT), Tier.MAINTAINER);
        line.month(EnergyRows.behind("2026-08", "1.25")).month(EnergyRows.behind("2026-09", "-1.9"));
        add(all, "能耗滞后 / energy behind its target", told(Rule.ENERGY_DECLINE_BEHIND), Tier.ENTERPRISE);
        Path made = Path.of("target", "shipped-texts.txt");
        Files.createDirectories(made.getParent());
        Files.writeString(made, all);
        try (InputStream expected = ShippedTextsTest.class.getResourceAsStream("/notices/shipped-texts.txt")) {
            assertThat(all.toString())
                    .as("made anew in %s", made)
                    .isEqualTo(expected == null ? "" : new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void add(StringBuilder all, String what, Case c, Tier tier) {
        all.append("\n######## ").append(what).append('\n');
        for (String language : List.of("zh", "en")) {
            for (String channel : CHANNELS) {
                Preview made = of(c, channel, CaseEvent.Kind.RAISED, tier, language);
                all.append("\n==== ")
                        .append(channel)
                        .append(' ')
                        .append(language)
                        .append('\n');
                if (made.subject() != null) {
                    all.append("Subject: ").append(made.subject()).append("\n\n");
                }
                all.append(made.text().strip()).append('\n');
            }
        }
    }

    @Test
    void a_preview_sends_and_keeps_nothing_and_its_link_opens_nothing() {
        Case c = exceeded();
        int writes = line.books().writes();
        Preview made = of(c, "mail", CaseEvent.Kind.RAISED, Tier.ENTERPRISE, "zh");
        assertThat(made.text()).contains("https://enterprise.example/#/a?t=");
        assertThat(line.receipts.look("0".repeat(26))).isEmpty();
        assertThat(made.html()).contains("<table").contains("签收");
        assertThat(made.happened()).isTrue();
        assertThat(of(c, "mail", CaseEvent.Kind.RETURNED, Tier.ENTERPRISE, "zh").happened())
                .isFalse();
        assertThat(line.books().writes()).isEqualTo(writes);
    }

    @Test
    void every_field_of_practice_can_be_said() {
        Case c = exceeded();
        String fields =
                "{level}|{place}|{enterprise}|{outlet}|{factor}|{period}|{value}|{bound}|{times}|{repeats}|{number}|{due}";
        Preview made = desk().preview(
                        c,
                        new Wanted("line", CaseEvent.Kind.RAISED, Tier.OFFICE, Locale.CHINESE),
                        lines(fields, fields))
                .orElseThrow();
        assertThat(made.text())
                .isEqualTo("蓝色|东区工业园 金东工具厂 锅炉烟囱|金东工具厂|锅炉烟囱|氮氧化物|小时均值|212.4 mg/m³|200 mg/m³|0.06|1|"
                        + "YJ-2026-0001|2026-11-24 11:10");
    }

    @Test
    void a_figure_that_may_not_be_told_is_told_by_no_template() {
        line.at("2026-11-24T10:00");
        line.month(EnergyRows.behind("2026-08", "1.25")).month(EnergyRows.behind("2026-09", "-1.9"));
        line.registry(new TestPark().statistic("2026-09", AllowedUse.AGGREGATE_ONLY));
        Case c = told(Rule.ENERGY_DECLINE_BEHIND);
        String fields = "x{value}{figure}{times}{text}";
        Preview made = desk().preview(
                        c,
                        new Wanted("line", CaseEvent.Kind.RAISED, Tier.OFFICE, Locale.CHINESE),
                        lines(fields, fields))
                .orElseThrow();
        assertThat(made.text()).doesNotContain("1.9", "1.25");
    }

    @Test
    void what_is_edited_is_said_from_then_on_and_the_former_can_be_taken_back() {
        Case c = exceeded();
        MessageDesk desk = desk();
        assertThat(change(desk, lines("【{level}】{title}", "[{level}] {title}"), 0, "wang", "市局 14 号文"))
                .isPresent();
        assertThat(of(c, "line", CaseEvent.Kind.RAISED, Tier.OFFICE, "zh").text())
                .isEqualTo("【蓝色】金东工具厂：锅炉烟囱 氮氧化物小时均值超标");
        assertThat(change(desk, lines("x{title}", "y{title}"), 0, "li", "late"))
                .as("another came in between")
                .isEmpty();
        String shipped = desk.versions().get(1).document();
        assertThat(change(desk, shipped, 1, "wang", "恢复")).isPresent();
        assertThat(of(c, "line", CaseEvent.Kind.RAISED, Tier.OFFICE, "zh").text())
                .isEqualTo("预警触发：金东工具厂：锅炉烟囱 氮氧化物小时均值超标（212.4 mg/m³，限值 200）");
        assertThat(desk.versions()).hasSize(3);
    }

    @Test
    void what_an_sms_cannot_take_is_refused() {
        refusedSms("who", "{who}" + "很".repeat(21), "longer than the 20 characters");
        refusedSms("when", "{since}", "no variable when", "who");
        refusedSms("what", "{what} {receipt}", "alone");
        Case c = exceeded();
        Preview made = desk().preview(
                        c,
                        new Wanted("sms", CaseEvent.Kind.RAISED, Tier.ENTERPRISE, Locale.CHINESE),
                        sms("what", "{factor}{period}超标{times}倍"))
                .orElseThrow();
        assertThat(made.text()).contains("what = 氮氧化物小时均值超标0.06倍", "code = " + "0".repeat(26));
    }

    private void refusedSms(String variable, String value, String... words) {
        assertThatThrownBy(() -> desk().canonical(sms(variable, value)))
                .isInstanceOfSatisfying(
                        PolicyFault.class,
                        fault -> assertThat(fault.words().en()).contains(words));
    }

    private static String sms(String variable, String value) {
        String values = "{\"" + variable + "\": \"" + value + "\"}";
        return "{\"texts\": [], \"sms\": [{\"event\": \"any\", \"zh\": " + values + ", \"en\": " + values + "}]}";
    }

    private static String lines(String zh, String en) {
        return "{\"texts\": [{\"channel\": \"line\", \"event\": \"any\", \"zh\": {\"heading\": \"" + zh
                + "\"}, \"en\": {\"heading\": \"" + en + "\"}}]}";
    }
}
