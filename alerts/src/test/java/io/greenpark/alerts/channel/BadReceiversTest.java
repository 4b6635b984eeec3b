package io.greenpark.alerts.channel;

import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.NotificationStatus;
import io.greenpark.alerts.cases.NotificationStatus.State;
import io.greenpark.alerts.channel.Sink.Mood;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a receiver of any kind does, what it did not take is sent again as it was, soon or when it wants it. */
class BadReceiversTest {
    private static final String TOKEN =
            "{\"success\":true,\"content\":{\"success\":true,\"data\":{\"accessToken\":\"t\",\"expiresIn\":7200}}}";

    @RegisterExtension
    final Timeline line = new Timeline();

    static Stream<Arguments> receivers() {
        Set<Mood> moods = EnumSet.complementOf(EnumSet.of(Mood.TAKES, Mood.TAKES_AND_CLOSES));
        return Stream.of("webhook", "dingtalk", "wecom", "feishu", "zhezhengding")
                .flatMap(kind -> moods.stream()
                        // A webhook has no words to refuse with.
                        .filter(mood -> mood != Mood.REFUSES || !kind.equals("webhook"))
                        .map(mood -> Arguments.of(kind, mood)));
    }

    private static Sink sink(String kind) {
        return switch (kind) {
            case "webhook" -> new Sink("", "");
            case "feishu" -> new Sink("{\"code\":0}", "{\"code\":19024,\"msg\":\"Key Words Not Found\"}");
            case "zhezhengding" -> {
                Sink gateway = new Sink(TOKEN, "{\"success\":true,\"content\":{\"success\":false}}");
                gateway.always.put("/gettoken.json", TOKEN);
                yield gateway;
            }
            default -> new Sink("{\"errcode\":0}", "{\"errcode\":310000,\"errmsg\":\"sign not match\"}");
        };
    }

    private void settings(String kind, String url) {
        line.set("alerts.webhook.timeout", "1s", "alerts.zhezhengding.timeout", "1s");
        switch (kind) {
            case "webhook" ->
                line.set("alerts.recipients.0.name", "desk", "alerts.recipients.0.webhook", url + "/hook?token=s3cret");
            case "zhezhengding" ->
                line.set(
                        "alerts.zhezhengding.url",
                        url,
                        "alerts.zhezhengding.appKey",
                        "app",
                        "alerts.zhezhengding.appSecret",
                        "s3cret",
                        "alerts.zhezhengding.tenantId",
                        "1",
                        "alerts.recipients.0.name",
                        "desk",
                        "alerts.recipients.0.zhezhengding",
                        "10086");
            default ->
                line.set(
                        "alerts.groups.0.kind",
                        kind,
                        "alerts.groups.0.id",
                        "duty",
                        "alerts.groups.0.url",
                        url + "/robot?token=s3cret",
                        "alerts.groups.0.audience",
                        "district/jindong");
        }
    }

    private NotificationStatus only() {
        List<NotificationStatus> all =
                line.cases().notifications(line.only(LIMIT_EXCEEDED).id());
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @ParameterizedTest
    @MethodSource("receivers")
    void what_was_not_taken_is_sent_again_as_it_was(String kind, Mood mood) {
        try (Sink receiver = sink(kind)) {
            receiver.mood = n -> n == 0 ? mood : Mood.TAKES;
            settings(kind, receiver.url());
            line.registry(new TestPark().onlyContacts());
            line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212.4", 0.98);
            line.deliver();
            assertThat(only().state()).isEqualTo(State.WAITING);
            assertThat(only().attempts()).isEqualTo(1);
            assertThat(only().lastError()).isNotBlank().doesNotContain("s3cret");
            line.clock.advance(Duration.ofSeconds(10));
            line.deliver();
            assertThat(receiver.requests)
                    .as("whoever wants half a minute gets it")
                    .hasSize(mood == Mood.TOO_MANY ? 1 : 2);
            line.clock.advance(Duration.ofSeconds(20));
            line.deliver();
            assertThat(only().state()).isEqualTo(State.DELIVERED);
            assertThat(receiver.requests).hasSize(2);
            assertThat(receiver.accepted).hasSize(1);
            assertThat(line.cases().notifications(line.only(LIMIT_EXCEEDED).id()))
                    .hasSize(1);
        }
    }
}
