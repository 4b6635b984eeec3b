package io.greenpark.dashboards.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.alerts.outbox.Channel.OutboundMessage;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the administrator's order to the invited person's first sign-in. */
class InvitationTest {
    private static final String PASSWORD = "three calm herons";

    @TempDir
    Path dir;

    private static Visitor admin(SampleConsole console) throws Exception {
        Visitor admin = new Visitor(console);
        admin.post("/session", new JsonObject().put("userName", "officer").put("password", "correct horse"))
                .isOk();
        return admin;
    }

    private static JsonObject zhao(String role, String part, String id) {
        JsonObject scope = new JsonObject()
                .put("district", part.isEmpty())
                .put("parks", new JsonArray())
                .put("enterprises", new JsonArray())
                .put("outlets", new JsonArray())
                .put("devices", new JsonArray());
        if (!part.isEmpty()) {
            scope.put(part, new JsonArray().add(id));
        }
        return new JsonObject()
                .put("userName", "zhao.lei")
                .put("fullName", "赵磊")
                .put("email", "zhao@lvyuan.example")
                .put(
                        "grants",
                        new JsonArray().add(new JsonObject().put("role", role).put("scope", scope)))
                .put("reason", "new contact");
    }

    private static String token(OutboundMessage mail) {
        return mail.body().replaceFirst("(?s).*/#/invitation\\?token=(\\w+).*", "$1");
    }

    private static JsonObject choice(String token) {
        return new JsonObject().put("token", token).put("newPassword", PASSWORD);
    }

    @Test
    void a_person_of_an_enterprise_is_mailed_a_link_and_chooses_a_password_by_it() throws Exception {
        try (SampleConsole console = SampleConsole.open(dir, true)) {
            JsonObject account = admin(console)
                    .post("/invitations", zhao("enterprise-contact", "enterprises", "lvyuan-food"))
                    .isOk();
            assertThat(account.getBoolean("sent")).isTrue();
            assertThat(account.getBoolean("hasPassword")).isFalse();
            assertThat(account.getString("invitedUntil")).startsWith("2026-11-26T20:40");
            OutboundMessage mail = console.mail().taken().get(0);
            assertThat(mail.target()).isEqualTo("zhao@lvyuan.example");
            assertThat(mail.body())
                    .contains("赵磊", "用户名：zhao.lei", "User name: zhao.lei", "2026-11-26 20:40 +08:00")
                    .contains("https://enterprises.example/#/invitation?token=");
            String token = token(mail);
            assertThat(account.encode()).doesNotContain(token);

            Visitor zhao = new Visitor(console);
            assertThat(zhao.get("/session/invitation?token=" + token).status())
                    .as("looking changes nothing")
                    .isEqualTo(405);
            assertThat(zhao.post("/session/invitation", choice(token)).isOk().getString("userName"))
                    .isEqualTo("zhao.lei");
            assertThat(zhao.get("/enterprises").status()).as("no session yet").isEqualTo(401);
            zhao.post("/session", new JsonObject().put("userName", "zhao.lei").put("password", PASSWORD))
                    .isOk();
            assertThat(zhao.get("/enterprises").body()).contains("lvyuan-food").doesNotContain("steel-plant");
            assertThat(zhao.post("/session/invitation", choice(token)).body()).contains("was used");
            assertThat(console.sources()
                            .audit()
                            .page(AuditFilter.ALL.of(AuditAction.ACCOUNT_INVITED), Long.MAX_VALUE, 9))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.id()).isEqualTo("zhao.lei"));
        }
    }

    @Test
    void an_officer_is_led_to_the_officers_address_and_a_mail_that_does_not_go_out_is_told() throws Exception {
        try (SampleConsole console = SampleConsole.open(dir, true)) {
            Visitor admin = admin(console);
            console.mail().away(true);
            JsonObject account = admin.post("/invitations", zhao("officer", "parks", "fucun"))
                    .isOk();
            assertThat(account.getBoolean("sent")).isFalse();
            assertThat(account.getString("failure")).contains("mail server smtp.example:587");
            console.mail().away(false);
            assertThat(admin.post("/accounts/zhao.lei/invitation", new JsonObject().put("reason", "again"))
                            .isOk()
                            .getBoolean("sent"))
                    .isTrue();
            OutboundMessage first = console.mail().taken().get(0);
            assertThat(first.body()).contains("https://officers.example/#/invitation?token=");
            admin.post("/accounts/zhao.lei/password", new JsonObject().put("reason", "by phone"))
                    .isOk();
            assertThat(new Visitor(console)
                            .post("/session/invitation", choice(token(first)))
                            .body())
                    .as("another password has been given")
                    .contains("ask an administrator");
        }
    }

    @Test
    void another_mail_address_ends_what_was_sent_to_the_one_before() throws Exception {
        try (SampleConsole console = SampleConsole.open(dir, true)) {
            Visitor admin = admin(console);
            JsonObject account = admin.post("/invitations", zhao("officer", "parks", "fucun"))
                    .isOk();
            admin.patch(
                            "/accounts/zhao.lei",
                            new JsonObject()
                                    .put("version", account.getLong("version"))
                                    .put("email", "zhao@right.example")
                                    .put("reason", "mistyped"))
                    .isOk();
            assertThat(new Visitor(console)
                            .post(
                                    "/session/invitation",
                                    choice(token(console.mail().taken().get(0))))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void whoever_tries_tokens_has_to_wait() throws Exception {
        try (SampleConsole console = SampleConsole.open(dir, true)) {
            Visitor guesser = new Visitor(console);
            for (int i = 0; i < 5; i++) {
                assertThat(guesser.post("/session/invitation", choice("guess" + i))
                                .status())
                        .isEqualTo(400);
            }
            assertThat(guesser.post("/session/invitation", choice("guess")).status())
                    .isEqualTo(429);
        }
    }
}
