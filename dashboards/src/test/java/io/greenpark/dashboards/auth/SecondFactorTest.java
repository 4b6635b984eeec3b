package io.greenpark.dashboards.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.account.SignInConfig;
import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditEntry;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.access.factor.FactorConfig;
import io.greenpark.access.factor.Totp;
import io.greenpark.dashboards.fixture.Logged;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.Await;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with a second factor, as people and those who guess meet it. */
class SecondFactorTest {
    private static final String WANG = "wang.fang";
    private static final String PASSWORD = "three calm herons";

    @TempDir
    Path dir;

    /** A console where an account administrator, {@code officer}, has made Wang an officer. */
    private SampleConsole open(SignInConfig config) throws Exception {
        SampleConsole console = SampleConsole.open(dir, config);
        if (console.identities().accounts().find(WANG).isEmpty()) {
            console.identities()
                    .accounts()
                    .create(
                            WANG,
                            new Person("王芳", null, null),
                            Set.of(Grant.everywhere(Role.OFFICER)),
                            Viewer.ofAll("officer"));
            console.identities().accounts().choose(WANG, PASSWORD);
        }
        return console;
    }

    private SampleConsole open() throws Exception {
        return open(SignInConfig.defaults());
    }

    private static String code(byte[] secret, int steps) {
        Instant now = SampleConsole.CLOCK.instant();
        return Totp.code(secret, now.plusSeconds((long) steps * Totp.STEP_SECONDS));
    }

    private static JsonObject signIn(String password, String code) {
        return new JsonObject().put("userName", WANG).put("password", password).put("code", code);
    }

    /** Signs Wang in and sets a second factor up with the code of before. */
    private static SetUp setUp(SampleConsole console) throws Exception {
        Visitor browser = new Visitor(console);
        browser.post("/session", signIn(PASSWORD, null)).isOk();
        JsonObject begun = browser.post("/session/second-factor", new JsonObject().put("password", PASSWORD))
                .isOk();
        byte[] secret = Visitor.base32(begun.getString("secret"));
        JsonObject done = browser.post(
                        "/session/second-factor/confirmation", new JsonObject().put("code", code(secret, -1)))
                .isOk();
        return new SetUp(browser, secret, begun, done);
    }

    private record SetUp(Visitor browser, byte[] secret, JsonObject begun, JsonObject done) {
        String recoveryCode(int n) {
            return done.getJsonArray("recoveryCodes").getString(n);
        }
    }

    @Test
    void a_person_sets_one_up_and_needs_its_codes_from_then_on() throws Exception {
        try (SampleConsole console = open();
                Logged log = Logged.from("io.greenpark")) {
            Visitor elsewhere = new Visitor(console);
            elsewhere.post("/session", signIn(PASSWORD, null)).isOk();
            SetUp set = setUp(console);
            assertThat(set.begun().getString("link")).startsWith("otpauth://totp/Greenpark:wang.fang?secret=");
            JsonArray rows = set.begun().getJsonArray("qrCode");
            assertThat(rows).hasSizeGreaterThan(20).allMatch(row -> row.toString()
                    .matches("[01]{" + rows.size() + "}"));
            assertThat(set.done().getJsonArray("recoveryCodes")).hasSize(10);
            assertThat(set.done().getBoolean("secondFactor")).isTrue();
            assertThat(set.browser().get("/parks").status()).as("goes on").isEqualTo(200);
            assertThat(elsewhere.get("/parks").status()).as("ended").isEqualTo(401);
            assertThat(set.browser().get("/session").body())
                    .as("never told again")
                    .doesNotContain(set.begun().getString("secret"))
                    .doesNotContain(set.recoveryCode(0));

            Visitor browser = new Visitor(console);
            Visitor.Answer asked = browser.post("/session", signIn(PASSWORD, null));
            assertThat(asked.status()).isEqualTo(401);
            assertThat(asked.json().getString("type")).isEqualTo("second-factor");
            assertThat(browser.get("/parks").status()).isEqualTo(401);
            String code = code(set.secret(), 0);
            browser.post("/session", signIn(PASSWORD, code)).isOk();
            assertThat(browser.get("/parks").status()).isEqualTo(200);
            assertThat(new Visitor(console)
                            .post("/session", signIn(PASSWORD, code))
                            .json()
                            .getString("type"))
                    .as("a code counts once")
                    .isEqualTo("second-factor");
            new Visitor(console)
                    .post("/session", signIn(PASSWORD, code(set.secret(), 1)))
                    .isOk();
            assertThat(log.texts()).noneMatch(line -> line.contains(code));
        }
    }

    @Test
    void who_does_not_know_the_password_hears_of_no_second_factor() throws Exception {
        try (SampleConsole console = open()) {
            SetUp set = setUp(console);
            Visitor stranger = new Visitor(console);
            Visitor.Answer without = stranger.post("/session", signIn("a guess", null));
            Visitor.Answer with = stranger.post("/session", signIn("a guess", code(set.secret(), 0)));
            Visitor.Answer nobody =
                    stranger.post("/session", signIn("a guess", null).put("userName", "nobody"));
            assertThat(without.body()).isEqualTo(nobody.body()).doesNotContain("type", "second");
            assertThat(with.body()).isEqualTo(nobody.body());
            new Visitor(console)
                    .post("/session", signIn(PASSWORD, code(set.secret(), 0)))
                    .isOk();
        }
    }

    @Test
    void whoever_guesses_codes_has_to_wait_and_the_right_person_gets_in() throws Exception {
        try (SampleConsole console = open()) {
            SetUp set = setUp(console);
            Visitor guesser = new Visitor(console);
            for (int i = 0; i < 5; i++) {
                assertThat(guesser.post("/session", signIn(PASSWORD, "00000" + i))
                                .status())
                        .isEqualTo(401);
                assertThat(guesser.post("/session", signIn(PASSWORD, null)).status())
                        .as("a right password resets nothing")
                        .isIn(401, 429);
            }
            assertThat(guesser.post("/session", signIn(PASSWORD, code(set.secret(), 0)))
                            .status())
                    .isEqualTo(429);
            set.browser()
                    .post("/session", signIn(PASSWORD, code(set.secret(), 0)))
                    .isOk();
        }
    }

    @Test
    void a_recovery_code_lets_in_once_and_stands_on_record() throws Exception {
        try (SampleConsole console = open()) {
            SetUp set = setUp(console);
            Visitor browser = new Visitor(console);
            JsonObject session = browser.post("/session", signIn(PASSWORD, set.recoveryCode(3)))
                    .isOk();
            assertThat(session.getInteger("recoveryCodesLeft")).isEqualTo(9);
            assertThat(new Visitor(console)
                            .post("/session", signIn(PASSWORD, set.recoveryCode(3)))
                            .status())
                    .isEqualTo(401);
            Await.until("the entry", () -> entries(console).size() == 2);
            assertThat(entries(console).get(0).after()).isEqualTo("{\"recoveryCodesLeft\":9,\"secondFactor\":true}");
            assertThat(entries(console).get(1).before()).isEqualTo("{\"recoveryCodesLeft\":0,\"secondFactor\":false}");
        }
    }

    private static List<AuditEntry> entries(SampleConsole console) {
        return console.sources()
                .audit()
                .page(AuditFilter.ALL.of(AuditAction.SECOND_FACTOR_CHANGED), Long.MAX_VALUE, 100);
    }

    @Test
    void who_has_lost_it_asks_an_administrator_of_accounts() throws Exception {
        try (SampleConsole console = open()) {
            SetUp set = setUp(console);
            Visitor admin = new Visitor(console);
            admin.post("/session", new JsonObject().put("userName", "officer").put("password", "correct horse"))
                    .isOk();
            assertThat(new JsonObject(admin.get("/accounts/" + WANG).body()).getBoolean("secondFactor"))
                    .isTrue();
            String reset = "/accounts/" + WANG + "/second-factor/reset";
            assertThat(admin.post(reset, new JsonObject()).body()).contains("reason");
            JsonObject account = admin.post(reset, new JsonObject().put("reason", "phone lost"))
                    .isOk();
            assertThat(account.getBoolean("secondFactor")).isFalse();
            assertThat(set.browser().get("/parks").status()).as("ended").isEqualTo(401);
            new Visitor(console).post("/session", signIn(PASSWORD, null)).isOk();
            assertThat(entries(console).get(0).why()).isEqualTo("phone lost");
            assertThat(admin.post("/accounts/officer/second-factor/reset", new JsonObject().put("reason", "mine"))
                            .status())
                    .as("his own")
                    .isEqualTo(400);
        }
    }

    @Test
    void whose_role_asks_for_one_can_do_nothing_before() throws Exception {
        FactorConfig officers = new FactorConfig(Set.of(Role.OFFICER));
        try (SampleConsole console = open(new SignInConfig(officers, Duration.ofHours(72), null))) {
            Visitor browser = new Visitor(console);
            JsonObject session =
                    browser.post("/session", signIn(PASSWORD, null)).isOk();
            assertThat(session.getBoolean("mustAddSecondFactor")).isTrue();
            assertThat(browser.get("/parks").body()).contains("set one up first");
            SetUp set = setUp(console);
            assertThat(set.done().getBoolean("mustAddSecondFactor")).isFalse();
            assertThat(set.browser().get("/parks").status()).isEqualTo(200);
        }
    }

    @Test
    void recovery_codes_are_made_anew_with_password_and_code() throws Exception {
        try (SampleConsole console = open()) {
            SetUp set = setUp(console);
            String renew = "/session/second-factor/recovery-codes";
            JsonObject wrong = new JsonObject().put("password", PASSWORD).put("code", "000000");
            assertThat(set.browser().post(renew, wrong).body()).contains("the code is wrong");
            Visitor thief = new Visitor(console);
            thief.post("/session", signIn(PASSWORD, set.recoveryCode(8))).isOk();
            JsonObject stolen = new JsonObject().put("password", PASSWORD).put("code", set.recoveryCode(9));
            Visitor.Answer refused = thief.post(renew, stolen);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("renewed with a code of the app");
            assertThat(thief.get("/parks").status()).isEqualTo(200);
            JsonObject right = new JsonObject().put("password", PASSWORD).put("code", code(set.secret(), 0));
            JsonArray codes = set.browser().post(renew, right).isOk().getJsonArray("recoveryCodes");
            assertThat(codes).hasSize(10).doesNotContain(set.recoveryCode(0));
            assertThat(set.browser().get("/parks").status()).as("goes on").isEqualTo(200);
            assertThat(thief.get("/parks").status()).as("all others end").isEqualTo(401);
            assertThat(new Visitor(console)
                            .post("/session", signIn(PASSWORD, set.recoveryCode(0)))
                            .status())
                    .as("one of before")
                    .isEqualTo(401);
            new Visitor(console)
                    .post("/session", signIn(PASSWORD, codes.getString(0)))
                    .isOk();
        }
    }

    @Test
    void one_is_removed_with_password_and_code() throws Exception {
        try (SampleConsole console = open()) {
            SetUp set = setUp(console);
            JsonObject wrong = new JsonObject().put("password", PASSWORD).put("code", "000000");
            assertThat(set.browser()
                            .post("/session/second-factor/removal", wrong)
                            .body())
                    .contains("the code is wrong");
            JsonObject noPassword = new JsonObject().put("password", "a guess").put("code", code(set.secret(), 0));
            assertThat(set.browser()
                            .post("/session/second-factor/removal", noPassword)
                            .body())
                    .contains("present password is wrong");
            JsonObject right = new JsonObject().put("password", PASSWORD).put("code", code(set.secret(), 0));
            assertThat(set.browser()
                            .post("/session/second-factor/removal", right)
                            .isOk()
                            .getBoolean("secondFactor"))
                    .isFalse();
            new Visitor(console).post("/session", signIn(PASSWORD, null)).isOk();
        }
    }

    @Test
    void programs_set_up_none() throws Exception {
        try (SampleConsole console = open()) {
            Visitor browser = new Visitor(console);
            assertThat(browser.post("/session/second-factor", new JsonObject().put("password", PASSWORD))
                            .status())
                    .isEqualTo(403);
        }
    }
}
