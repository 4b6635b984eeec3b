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
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Groups on the wire: a real HTTP server that answers as robots do. */
class RobotDeliveryTest {
    private static final Vertx VERTX = Vertx.vertx();

    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private final List<JsonObject> taken = new CopyOnWriteArrayList<>();
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private HttpServer robot;
    private volatile int status = 200;
    private volatile String answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";
    private int day = 1;

    @BeforeEach
    void robot() throws ExecutionException, InterruptedException {
        robot = VERTX.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    taken.add(body.toJsonObject());
                    queries.add(String.valueOf(request.query()));
                    request.response().setStatusCode(status).end(answer);
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        line.set("alerts.webhook.timeout", "20s");
        line.registry(new TestPark().onlyContacts());
    }

    @AfterEach
    void stop() {
        robot.close();
    }

    private void group(String kind, String audience, int perMinute) {
        line.set(
                "alerts.groups.0.kind",
                kind,
                "alerts.groups.0.id",
                "duty",
                "alerts.groups.0.url",
                "http://127.0.0.1:" + robot.actualPort() + "/robot/send?access_token=t0ken",
                "alerts.groups.0.audience",
                audience,
                "alerts.groups.0.perMinute",
                String.valueOf(perMinute));
    }

    /** A case that is raised and cleared: two events. */
    private void episode() {
        String date = "2026-11-%02d".formatted(day++);
        line.at(date + "T11:10").hour(NOX, date + "T10:00", "212.4", 0.98);
        line.at(date + "T12:10").hour(NOX, date + "T11:00", "150", 1);
        line.at(date + "T13:10").hour(NOX, date + "T12:00", "150", 1);
    }

    private List<NotificationStatus> all() {
        List<NotificationStatus> all = new ArrayList<>();
        line.cases()
                .list(CaseFilter.all(), 1_000)
                .forEach(c -> all.addAll(line.cases().notifications(c.id())));
        return all;
    }

    private List<String> texts() {
        return taken.stream()
                .map(t -> t.getJsonObject("text").getString("content"))
                .toList();
    }

    @Test
    void a_group_of_the_district_s_people_is_told_names_and_figures_and_the_request_is_signed() {
        group("dingtalk", "district/jindong", 18);
        line.set("alerts.groups.0.secret", "this is secret");
        episode();
        line.deliver().deliver();
        assertThat(texts()).hasSize(2);
        assertThat(texts().get(0))
                .contains("预警触发：金东工具厂：锅炉烟囱", "212.4", "消息编号：" + all().get(0).id());
        assertThat(queries).allMatch(q -> q.matches("access_token=t0ken&timestamp=\\d{13}&sign=[^&]+"));
        assertThat(all()).extracting(NotificationStatus::state).containsOnly(State.DELIVERED);
    }

    @Test
    void a_group_of_several_kinds_of_people_is_told_only_that_there_is_something() {
        group("wecom", "mixed", 18);
        episode();
        line.deliver().deliver();
        assertThat(texts()).isNotEmpty().allSatisfy(text -> assertThat(text)
                .contains("请登录平台查看", "http://localhost:8080/#/cases")
                .doesNotContain("金东", "212", "锅炉"));
    }

    @Test
    void a_group_of_another_park_is_not_told() {
        group("wecom", "park/elsewhere", 18);
        episode();
        assertThat(all()).isEmpty();
    }

    @Test
    void an_error_in_an_answer_of_200_is_a_failure_and_tried_again() {
        group("dingtalk", "district/jindong", 18);
        answer = "{\"errcode\":310000,\"errmsg\":\"sign not match\"}";
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212.4", 0.98);
        line.deliver();
        assertThat(all()).singleElement().satisfies(n -> {
            assertThat(n.state()).isEqualTo(State.WAITING);
            assertThat(n.lastError()).isEqualTo("the robot of duty answered 310000 sign not match");
        });
        answer = "{\"errcode\":0}";
        line.clock.advance(Duration.ofSeconds(10));
        line.deliver();
        assertThat(all()).extracting(NotificationStatus::state).containsExactly(State.DELIVERED);
    }

    @Test
    void what_is_no_robot_s_answer_is_a_failure_and_no_token_is_shown() {
        group("dingtalk", "district/jindong", 18);
        answer = "<html>maintenance</html>";
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212.4", 0.98);
        line.deliver();
        assertThat(all()).singleElement().satisfies(n -> {
            assertThat(n.state()).isEqualTo(State.WAITING);
            assertThat(n.toString()).doesNotContain("t0ken");
        });
    }

    @Test
    void a_robot_that_was_sent_too_much_is_left_alone_and_then_told_all_together() {
        group("dingtalk", "district/jindong", 5);
        answer = "{\"errcode\":130101,\"errmsg\":\"send too fast\"}";
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212.4", 0.98);
        line.deliver();
        line.clock.advance(Duration.ofMinutes(1));
        line.hour(NOX, "2026-11-23T11:00", "150", 1);
        line.deliver().deliver();
        assertThat(taken).hasSize(1);
        answer = "{\"errcode\":0}";
        line.clock.advance(Duration.ofMinutes(10));
        line.deliver().deliver();
        assertThat(all()).extracting(NotificationStatus::state).containsOnly(State.DELIVERED);
    }

    @Test
    void more_than_a_robot_takes_in_a_minute_is_told_in_one_message_and_once() {
        group("wecom", "district/jindong", 3);
        for (int i = 0; i < 8; i++) {
            episode();
        }
        line.deliver().deliver().deliver();
        assertThat(taken).hasSize(1);
        assertThat(texts().get(0)).contains("预警动态", "预警已解除：金东工具厂：锅炉烟囱", "× 8").doesNotContain("预警触发");
        assertThat(all()).hasSize(16).extracting(NotificationStatus::state).containsOnly(State.DELIVERED);
        line.restart().deliver();
        assertThat(taken).hasSize(1);
    }

    @Test
    void what_the_process_before_sent_counts() {
        group("wecom", "district/jindong", 2);
        episode();
        line.deliver().deliver();
        assertThat(taken).hasSize(2);
        line.restart();
        episode();
        Duration back =
                Duration.between(line.clock.instant(), line.clock.instant().minusSeconds(0));
        line.clock.advance(back);
        line.deliver();
        assertThat(all()).hasSize(4);
    }

    @Test
    void an_envelope_that_fails_is_sent_again_as_it_is_and_its_parts_tell_how_it_fares() {
        group("wecom", "district/jindong", 3);
        for (int i = 0; i < 4; i++) {
            episode();
        }
        status = 503;
        line.deliver();
        assertThat(all()).allSatisfy(n -> {
            assertThat(n.state()).isEqualTo(State.WAITING);
            assertThat(n.lastError()).isEqualTo("the robot of duty answered 503");
            assertThat(n.attempts()).isEqualTo(1);
        });
        status = 200;
        line.clock.advance(Duration.ofMinutes(2));
        line.restart().deliver();
        assertThat(texts()).hasSize(2);
        assertThat(texts().get(1)).isEqualTo(texts().get(0));
        assertThat(all()).extracting(NotificationStatus::state).containsOnly(State.DELIVERED);
    }

    @Test
    void what_happens_later_to_a_case_waits_for_the_envelope_that_tells_the_earlier() {
        group("wecom", "district/jindong", 3);
        for (int i = 0; i < 3; i++) {
            episode();
        }
        line.at("2026-11-23T11:10").hour(NOX, "2026-11-23T10:00", "212.4", 0.98);
        status = 503;
        line.deliver();
        status = 200;
        line.at("2026-11-23T12:10").hour(NOX, "2026-11-23T11:00", "150", 1);
        line.at("2026-11-23T13:10").hour(NOX, "2026-11-23T12:00", "150", 1);
        taken.clear();
        line.deliver().deliver();
        assertThat(texts()).hasSize(2);
        assertThat(texts().get(0)).contains("预警汇总（");
        assertThat(texts().get(1)).contains("预警已解除");
    }

    @Test
    void contacts_are_told_each_by_itself_as_ever() {
        line.registry(new TestPark()
                .onlyContacts(new Contact(
                        "Smith", null, "http://127.0.0.1:" + robot.actualPort() + "/hook", Locale.ENGLISH)));
        for (int i = 0; i < 4; i++) {
            episode();
        }
        while (taken.size() < 8) {
            line.deliver();
        }
        assertThat(taken).extracting(t -> t.getString("event")).containsOnly("raised", "cleared");
    }
}
