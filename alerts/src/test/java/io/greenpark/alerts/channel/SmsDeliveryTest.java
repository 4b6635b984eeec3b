package io.greenpark.alerts.channel;

import static io.greenpark.alerts.TestPark.NOX;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.NotificationStatus;
import io.greenpark.alerts.cases.NotificationStatus.State;
import io.greenpark.park.registry.Contact;
import io.greenpark.store.books.BooksKind;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SMS on the wire, by a gateway that answers as Aliyun's does. */
class SmsDeliveryTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private final Sink gateway = new Sink(
            "{\"Code\":\"OK\",\"BizId\":\"1\"}",
            "{\"Code\":\"isv.BUSINESS_LIMIT_CONTROL\",\"Message\":\"触发天级流控Permits:10 13800138000\"}");

    @BeforeEach
    void settings() {
        line.set(
                "alerts.sms.url",
                gateway.url() + "/",
                "alerts.sms.form",
                "query",
                "alerts.sms.timeout",
                "1s",
                "alerts.sms.signing.kind",
                "aliyun",
                "alerts.sms.signing.accessKeyId",
                "LTAI-example",
                "alerts.sms.signing.accessKeySecret",
                "k3y-s3cret",
                "alerts.sms.fields.0.name",
                "PhoneNumbers",
                "alerts.sms.fields.0.value",
                "{mobile}",
                "alerts.sms.fields.1.name",
                "TemplateCode",
                "alerts.sms.fields.1.value",
                "{template}",
                "alerts.sms.fields.2.name",
                "TemplateParam",
                "alerts.sms.fields.2.value",
                "{variables}",
                "alerts.sms.fields.3.name",
                "OutId",
                "alerts.sms.fields.3.value",
                "{id}",
                "alerts.sms.wordsPath",
                "Message",
                "alerts.sms.refusesNumber",
                "isv.MOBILE_NUMBER_ILLEGAL",
                "alerts.sms.rests.0.code",
                "isv.BUSINESS_LIMIT_CONTROL",
                "alerts.sms.rests.0.time",
                "1h",
                "alerts.sms.agreed",
                "138 0013 8000",
                "alerts.sms.templates.0.code",
                "SMS_1",
                "alerts.sms.templates.0.event",
                "raised",
                "alerts.sms.templates.0.variables.0.name",
                "who",
                "alerts.sms.templates.0.variables.0.value",
                "{who}",
                "alerts.sms.templates.0.variables.1.name",
                "what",
                "alerts.sms.templates.0.variables.1.value",
                "{what}",
                "alerts.sms.templates.0.variables.1.longest",
                "12",
                "alerts.sms.templates.0.variables.2.name",
                "times",
                "alerts.sms.templates.0.variables.2.value",
                "{times}",
                "alerts.sms.templates.1.code",
                "SMS_2",
                "alerts.sms.templates.1.event",
                "digest",
                "alerts.sms.templates.1.variables.0.name",
                "n",
                "alerts.sms.templates.1.variables.0.value",
                "{count}");
        line.registry(new TestPark()
                .onlyContacts(
                        new Contact("李工", null, null, "+86 138 0013 8000", Locale.CHINESE),
                        new Contact("王工", null, null, "+86 139 0013 9000", Locale.CHINESE)));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private void exceed() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212.4", 0.98);
    }

    private NotificationStatus only() {
        List<NotificationStatus> all = new ArrayList<>();
        line.cases()
                .list(CaseFilter.all(), 100)
                .forEach(c -> all.addAll(line.cases().notifications(c.id())));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static String value(String query, String name) {
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    @Test
    void whoever_agreed_gets_the_approved_text_with_values_that_fit_and_the_message_id() {
        exceed();
        line.deliver();
        assertThat(gateway.accepted).hasSize(1);
        String query = gateway.accepted.get(0).query();
        assertThat(value(query, "PhoneNumbers")).isEqualTo("13800138000");
        assertThat(value(query, "TemplateCode")).isEqualTo("SMS_1");
        assertThat(value(query, "OutId")).isEqualTo(only().id());
        JsonObject variables = new JsonObject(value(query, "TemplateParam"));
        assertThat(variables.getString("who")).isEqualTo("金东工具厂");
        assertThat(variables.getString("what")).isEqualTo("锅炉烟囱 氮氧化物小时…");
        assertThat(variables.getString("times")).isEqualTo("0.06");
        assertThat(gateway.accepted.get(0).header("Authorization"))
                .startsWith("ACS3-HMAC-SHA256 Credential=LTAI-example,SignedHeaders=host;");
        assertThat(only().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void the_code_of_the_link_that_acknowledges_goes_out_whole_and_its_page_says_no_more_than_the_message() {
        line.set(
                "alerts.sms.templates.0.variables.3.name",
                "code",
                "alerts.sms.templates.0.variables.3.value",
                "{receipt}",
                "alerts.sms.templates.0.variables.3.longest",
                "26");
        exceed();
        line.deliver();
        String code = new JsonObject(value(gateway.accepted.get(0).query(), "TemplateParam")).getString("code");
        assertThat(code).matches("[0-9A-Za-z]{26}");
        assertThat(line.receipts.look(code).orElseThrow()).satisfies(shown -> {
            assertThat(shown.number()).isEqualTo("YJ-2026-0001");
            assertThat(shown.said()).isNull();
            assertThat(shown.press()).isNotNull();
        });
    }

    @Test
    void an_event_without_an_approved_text_is_not_told_by_sms() {
        exceed();
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "150", 1);
        line.at("2026-11-23T13:10").hour(NOX, "2026-11-23T12:00", "150", 1);
        line.deliver().deliver();
        assertThat(gateway.accepted).hasSize(1);
        only();
    }

    @ParameterizedTest
    @EnumSource(
            value = Sink.Mood.class,
            names = {"TAKES", "TAKES_AND_CLOSES"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatever_the_gateway_does_it_is_sent_again_under_its_id_and_no_secret_and_no_number_is_shown(Sink.Mood mood) {
        gateway.mood = n -> n == 0 ? mood : Sink.Mood.TAKES;
        exceed();
        line.deliver();
        assertThat(only().state()).isEqualTo(State.WAITING);
        assertThat(only().lastError()).startsWith("the SMS gateway").doesNotContain("s3cret", "13800138000");
        line.clock.advance(Duration.ofHours(1));
        line.deliver();
        assertThat(only().state()).isEqualTo(State.DELIVERED);
        assertThat(gateway.requests).hasSize(2);
        assertThat(gateway.requests).extracting(r -> value(r.query(), "OutId")).containsOnly(only().id());
    }

    @Test
    void a_number_that_has_had_its_share_is_left_alone_as_long_as_the_settings_say() {
        gateway.mood = n -> Sink.Mood.REFUSES;
        exceed();
        line.deliver();
        assertThat(only().lastError()).contains("isv.BUSINESS_LIMIT_CONTROL").contains("138****8000");
        line.clock.advance(Duration.ofMinutes(59));
        line.deliver();
        assertThat(gateway.requests).hasSize(1);
    }
}
