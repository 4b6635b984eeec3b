package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.account.SignInConfig;
import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.factor.FactorConfig;
import io.greenpark.access.openid.OpenIdConfig;
import io.greenpark.config.machine.FreePort;
import io.greenpark.dashboards.auth.Proxies;
import io.greenpark.dashboards.door.ConnectionLimits;
import io.greenpark.dashboards.fixture.Browser;
import io.greenpark.dashboards.fixture.KeycloakServer;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Signing in at a Keycloak, as a browser and as whoever tampers with what it sends back. */
class OpenIdIT {
    private static final String WANG = "wang.fang";
    private static final String LI = "li.na";
    private static final String ZHAO = "zhao.min";
    private static final String STRANGER = "stranger";

    @TempDir
    static Path dir;

    @TempDir
    static Path profile;

    private static KeycloakServer keycloak;
    private static SampleConsole console;
    private static String url;

    @BeforeAll
    static void open() throws Exception {
        keycloak = KeycloakServer.open(WANG, LI, ZHAO, STRANGER);
        int port = FreePort.take();
        // Another host than the provider's, as in the world.
        url = "http://localhost:" + port;
        OpenIdConfig openId = new OpenIdConfig(
                keycloak.issuer(),
                KeycloakServer.CLIENT,
                KeycloakServer.SECRET,
                "email",
                new Bilingual("政务统一认证", "Government sign-in"));
        HttpConfig http = new HttpConfig(
                "127.0.0.1",
                port,
                null,
                url,
                true,
                HttpConfig.MetricsAccess.TOKEN,
                ConnectionLimits.standard(),
                Proxies.none());
        // A second factor of ours is not asked of who comes from there.
        SignInConfig config = new SignInConfig(new FactorConfig(Set.of(Role.OFFICER)), Duration.ofHours(72), openId);
        console = SampleConsole.open(dir, http, config);
        account(WANG, WANG + "@example.org");
        account("na", LI + "@example.org");
    }

    private static void account(String userName, String email) {
        Viewer admin = Viewer.ofAll("officer");
        console.identities()
                .accounts()
                .create(userName, new Person("某人", email, null), Set.of(Grant.everywhere(Role.OFFICER)), admin);
        // As administrators make accounts: with a password that has to be changed.
        console.identities().accounts().reset(userName, admin);
    }

    @AfterAll
    static void close() throws Exception {
        if (console != null) {
            console.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    /** Somebody who follows every step by hand. */
    private static final class Walker {
        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> get(String address) throws Exception {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        }

        String location(String address) throws Exception {
            HttpResponse<String> answer = get(address);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            return answer.headers().firstValue("location").orElseThrow();
        }

        /** Signs in there; the address at which it is sent back here. */
        String there(String userName) throws Exception {
            HttpResponse<String> page = get(location(url + "/sign-in/outside"));
            Matcher form = Pattern.compile("action=\"([^\"]+)\"").matcher(page.body());
            assertThat(form.find()).as(page.body()).isTrue();
            String body = "username=" + userName + "&password="
                    + URLEncoder.encode(KeycloakServer.PASSWORD, StandardCharsets.UTF_8);
            // Browsers take this machine for secure without TLS, too.
            cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
            HttpRequest sent = HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = client.send(sent, BodyHandlers.ofString());
            return answer.headers().firstValue("location").orElseThrow(() -> new AssertionError(answer.body()));
        }

        HttpResponse<String> post(String path, JsonObject body, String language) throws Exception {
            HttpRequest sent = HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                    .header("Content-Type", "application/json")
                    .header("Accept-Language", language)
                    .POST(BodyPublishers.ofString(body.encode()))
                    .build();
            return client.send(sent, BodyHandlers.ofString());
        }

        JsonObject session() throws Exception {
            return new JsonObject(get(url + "/api/v1/session").body());
        }
    }

    @Test
    void a_person_signs_in_at_the_providers_page() throws Exception {
        try (Browser page = Browser.open(profile)) {
            page.begin(url, "zh");
            page.driver().get(url + "/");
            page.seeText("政务统一认证").click();
            page.see(By.id("username")).sendKeys(WANG);
            page.see(By.id("password")).sendKeys(KeycloakServer.PASSWORD);
            page.see(By.id("kc-login")).click();
            page.see(By.cssSelector("header.top"));
            assertThat(page.see(By.cssSelector("header.top .user")).getText()).isEqualTo(WANG);
            assertThat(console.identities().outside().isLinked(WANG)).isTrue();
        }
    }

    @Test
    void who_has_no_account_here_is_told_so_in_both_languages_and_gets_none() throws Exception {
        int accounts = console.identities().accounts().all().size();
        Walker stranger = new Walker();
        assertThat(stranger.location(stranger.there(STRANGER))).isEqualTo("/#/?outside=unlinked");
        assertThat(stranger.session().getBoolean("signedIn")).isFalse();
        assertThat(console.identities().accounts().all()).hasSize(accounts);
        Path other = profile.resolve("other");
        try (Browser page = Browser.open(other)) {
            page.visit(url, "/?outside=unlinked", "zh");
            page.seeText("平台中没有您的账号");
            page.visit(url, "/?outside=unlinked", "en");
            page.driver().navigate().refresh();
            page.seeText("you have no account here");
        }
    }

    @Test
    void an_account_of_another_name_is_found_by_its_mail_address_and_has_no_duty_of_passwords() throws Exception {
        Walker li = new Walker();
        assertThat(li.location(li.there(LI))).isEqualTo("/");
        JsonObject session = li.session();
        assertThat(session.getString("userName")).isEqualTo("na");
        assertThat(session.getBoolean("mustChangePassword")).isFalse();
        assertThat(session.getBoolean("mustAddSecondFactor")).isFalse();
        assertThat(li.get(url + "/api/v1/parks").statusCode()).isEqualTo(200);
    }

    /** Password and second factor of this platform are of who signs in by them; the provider's page proves neither. */
    @Test
    void whoever_came_by_the_providers_page_changes_no_password_and_no_second_factor_here() throws Exception {
        UserAccounts accounts = console.identities().accounts();
        Viewer admin = Viewer.ofAll("officer");
        accounts.create(
                "zhao", new Person("赵", ZHAO + "@example.org", null), Set.of(Grant.everywhere(Role.OFFICER)), admin);
        String password = accounts.reset("zhao", admin);
        Walker zhao = new Walker();
        assertThat(zhao.location(zhao.there(ZHAO))).isEqualTo("/");
        // What would do for somebody who came by password: everything given, and the password right.
        JsonObject asked = new JsonObject()
                .put("password", password)
                .put("newPassword", "three calm herons")
                .put("code", "123456");
        for (String path : List.of(
                "/session/password",
                "/session/second-factor",
                "/session/second-factor/confirmation",
                "/session/second-factor/recovery-codes",
                "/session/second-factor/removal")) {
            HttpResponse<String> zh = zhao.post(path, asked, "zh");
            assertThat(zh.statusCode()).as(path + " " + zh.body()).isEqualTo(403);
            assertThat(new JsonObject(zh.body()).getString("detail")).as(path).contains("统一身份认证", "请用密码登录");
            HttpResponse<String> en = zhao.post(path, asked, "en");
            assertThat(new JsonObject(en.body()).getString("detail"))
                    .as(path)
                    .contains("your organisation's sign-in", "sign in here by password");
        }
        assertThat(zhao.session().getBoolean("signedIn")).isTrue();
        Walker byPassword = new Walker();
        JsonObject signIn = new JsonObject().put("userName", "zhao").put("password", password);
        assertThat(byPassword.post("/session", signIn, "zh").statusCode())
                .as("still the first")
                .isEqualTo(200);
        assertThat(byPassword.post("/session/password", asked, "zh").statusCode())
                .as("by password it is changed")
                .isEqualTo(200);
    }

    @Test
    void what_comes_back_counts_for_the_browser_that_left_and_once() throws Exception {
        Walker wang = new Walker();
        String back = wang.there(WANG);
        assertThat(new Walker().location(back)).as("another browser").isEqualTo("/#/?outside=expired");
        assertThat(wang.location(back.replaceFirst("state=[^&]+", "state=another")))
                .as("another state")
                .isEqualTo("/#/?outside=expired");
        Walker again = new Walker();
        String good = again.there(WANG);
        String code = good.replaceFirst(".*[?&]code=([^&]+).*", "$1");
        assertThat(again.location(good)).isEqualTo("/");
        assertThat(again.location(good)).as("once more").isEqualTo("/#/?outside=expired");
        Walker thief = new Walker();
        String own = thief.there(STRANGER);
        assertThat(thief.location(own.replaceFirst("code=[^&]+", "code=" + Matcher.quoteReplacement(code))))
                .as("another's code")
                .isEqualTo("/#/?outside=refused");
        Walker turned = new Walker();
        String left = turned.there(STRANGER);
        assertThat(turned.location(left.replaceFirst("code=[^&]+", "error=access_denied")))
                .isEqualTo("/#/?outside=cancelled");
    }
}
