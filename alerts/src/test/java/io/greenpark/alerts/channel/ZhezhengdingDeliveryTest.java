package io.greenpark.alerts.channel;

import static io.greenpark.alerts.TestPark.NOX;
import static io.greenpark.alerts.cases.Case.Rule.LIMIT_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.alerts.cases.NotificationStatus;
import io.greenpark.alerts.cases.NotificationStatus.State;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Work messages on the wire: a gateway that gives tokens, takes messages and refuses with status 200. */
class ZhezhengdingDeliveryTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String REFUSED =
            "{\"success\":true,\"content\":{\"success\":false,\"responseCode\":\"%s\",\"responseMessage\":\"no\"}}";

    @RegisterExtension
    final Timeline line = new Timeline();

    private final List<Map<String, String>> messages = new CopyOnWriteArrayList<>();
    private final List<String> signed = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String answer = "{\"success\":true,\"content\":{\"success\":true,\"data\":{\"msgId\":\"m1\"}}}";
    private volatile String refusedToken = "";
    private HttpServer gateway;

    @BeforeEach
    void gateway() throws ExecutionException, InterruptedException {
        gateway = VERTX.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    signed.add(String.valueOf(request.getHeader("X-Hmac-Auth-Signature")));
                    if (request.path().equals("/gettoken.json")) {
                        request.response()
                                .end("{\"success\":true,\"content\":{\"success\":true,\"data\":{\"accessToken\":\"t"
                                        + tokens.incrementAndGet() + "\",\"expiresIn\":7200}}}");
                        return;
                    }
                    Map<String, String> form = form(body.toString());
                    messages.add(form);
                    request.response()
                            .end(
                                    refusedToken.equals(form.get("access_token"))
                                            ? REFUSED.formatted("opf.accessToken.invalid")
                                            : answer);
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        line.set(
                "alerts.zhezhengding.url",
                "http://127.0.0.1:" + gateway.actualPort(),
                "alerts.zhezhengding.appKey",
                "greenpark-app",
                "alerts.zhezhengding.appSecret",
                "GreenparkSecret0000",
                "alerts.zhezhengding.tenantId",
                "196729",
                "alerts.recipients.0.name",
                "值班员",
                "alerts.recipients.0.zhezhengding",
                "10086");
        line.registry(new TestPark().onlyContacts());
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            form.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    private void exceed() {
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212.4", 0.98);
    }

    private NotificationStatus only() {
        List<NotificationStatus> all = new ArrayList<>(
                line.cases().notifications(line.only(LIMIT_EXCEEDED).id()));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void an_account_of_the_bureau_gets_a_work_message_under_our_id() {
        exceed();
        line.deliver();
        assertThat(messages).hasSize(1);
        Map<String, String> form = messages.get(0);
        assertThat(form)
                .containsEntry("tenantId", "196729")
                .containsEntry("receiverIds", "10086")
                .containsEntry("bizMsgId", only().id())
                .containsEntry("access_token", "t1")
                .doesNotContainKey("organizationCodes");
        assertThat(new JsonObject(form.get("msg")).getJsonObject("text").getString("content"))
                .contains("金东工具厂：锅炉烟囱", "212.4", "查看：http");
        assertThat(signed).hasSize(2).allMatch(s -> s.matches("[A-Za-z0-9+/]{43}="));
        assertThat(only().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void a_token_is_used_until_shortly_before_its_end() {
        exceed();
        line.deliver();
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "150", 1);
        line.at("2026-11-23T13:10").hour(NOX, "2026-11-23T12:00", "150", 1);
        line.deliver();
        assertThat(messages).hasSize(2);
        assertThat(tokens.get()).as("two hours later it is a new one").isEqualTo(2);
    }

    @Test
    void a_refused_token_is_renewed_once_and_the_message_arrives() {
        refusedToken = "t1";
        exceed();
        line.deliver();
        assertThat(messages).extracting(f -> f.get("access_token")).containsExactly("t1", "t2");
        assertThat(messages).extracting(f -> f.get("bizMsgId")).containsOnly(only().id());
        assertThat(only().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void a_refusal_in_an_answer_of_200_is_a_failure_and_tried_again() {
        answer = REFUSED.formatted("500001");
        exceed();
        line.deliver();
        assertThat(only().state()).isEqualTo(State.WAITING);
        assertThat(only().lastError()).isEqualTo("the gateway of zhezhengding answered 500001 no");
        answer = "{\"success\":true,\"content\":{\"success\":true,\"data\":{}}}";
        line.clock.advance(Duration.ofMinutes(1));
        line.deliver();
        assertThat(only().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void an_organization_is_told_by_its_code() {
        line.set("alerts.recipients.0.zhezhengding", "", "alerts.recipients.0.zhezhengdingOrganization", "GO_1");
        exceed();
        line.deliver();
        assertThat(messages).singleElement().satisfies(form -> assertThat(form)
                .containsEntry("organizationCodes", "GO_1")
                .doesNotContainKey("receiverIds"));
    }
}
