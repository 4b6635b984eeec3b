package io.greenpark.access.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.greenpark.access.outside.Journey;
import io.greenpark.access.outside.OutsideProblem;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.MovableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is made of what a provider says of itself. */
class OpenIdConnectTest {
    private static final URI BACK = URI.create("https://greenpark.example.org/sign-in/outside/return");
    private static final Journey JOURNEY = new Journey("state-1", "nonce-1", "verifier-1");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-30T04:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String said = "";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/district/.well-known/openid-configuration", exchange -> {
            asked.incrementAndGet();
            byte[] body = said.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        said = metadata(issuer(), "/authorize?tenant=7");
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String issuer() {
        return base() + "/district";
    }

    private String metadata(String issuer, String authorize) {
        return "{\"issuer\": \"" + issuer + "\", \"authorization_endpoint\": \"" + base() + authorize
                + "\", \"token_endpoint\": \"" + base() + "/token\", \"jwks_uri\": \"" + base() + "/keys\"}";
    }

    private OpenIdConnect provider() {
        OpenIdConfig config =
                new OpenIdConfig(URI.create(issuer()), "green park", null, "email", new Bilingual("登录", "Sign in"));
        return new OpenIdConnect(config, clock);
    }

    private static void isProblem(OutsideProblem.Kind kind, OpenIdConnect provider, String words) {
        assertThatThrownBy(() -> provider.leave(JOURNEY, BACK))
                .isInstanceOfSatisfying(OutsideProblem.class, problem -> assertThat(problem.kind())
                        .isEqualTo(kind))
                .hasMessageContaining(words);
    }

    @Test
    void a_browser_takes_state_nonce_and_the_hash_of_the_verifier_along() {
        assertThat(provider().leave(JOURNEY, BACK).toString())
                .startsWith(base() + "/authorize?tenant=7&response_type=code&client_id=green+park&")
                .contains("redirect_uri=https%3A%2F%2Fgreenpark.example.org%2Fsign-in%2Foutside%2Freturn")
                .contains("scope=openid+profile+email", "state=state-1", "nonce=nonce-1")
                .contains("code_challenge_method=S256", "code_challenge=")
                .doesNotContain("verifier-1");
    }

    @Test
    void what_it_says_is_known_for_an_hour() {
        OpenIdConnect provider = provider();
        provider.leave(JOURNEY, BACK);
        provider.leave(JOURNEY, BACK);
        assertThat(asked).hasValue(1);
        clock.advance(Duration.ofMinutes(61));
        provider.leave(JOURNEY, BACK);
        assertThat(asked).hasValue(2);
    }

    @Test
    void one_that_does_not_answer_is_left_alone_for_some_seconds() {
        status = 503;
        OpenIdConnect provider = provider();
        isProblem(OutsideProblem.Kind.AWAY, provider, "answers 503");
        isProblem(OutsideProblem.Kind.AWAY, provider, "answers 503");
        assertThat(asked).hasValue(1);
        status = 200;
        clock.advance(Duration.ofSeconds(11));
        assertThat(provider.leave(JOURNEY, BACK)).isNotNull();
    }

    @Test
    void one_that_is_another_or_speaks_in_the_clear_is_not_believed() {
        said = metadata("https://login.example.org", "/authorize");
        isProblem(OutsideProblem.Kind.REFUSED, provider(), "calls itself \"https://login.example.org\"");
        said = metadata(issuer(), "/authorize").replace(base() + "/token", "http://login.example.org/token");
        isProblem(OutsideProblem.Kind.REFUSED, provider(), "its token_endpoint \"http://login.example.org/token\"");
        said = "<html>";
        isProblem(OutsideProblem.Kind.REFUSED, provider(), "does not answer in JSON");
    }
}
