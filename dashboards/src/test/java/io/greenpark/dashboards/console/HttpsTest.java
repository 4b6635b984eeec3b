package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.tls.KeyAlgorithm;
import io.greenpark.config.tls.TlsFolder;
import io.greenpark.config.tls.TlsSetup;
import io.greenpark.dashboards.auth.Proxies;
import io.greenpark.dashboards.door.ConnectionLimits;
import io.greenpark.dashboards.fixture.RawHttp;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.Await;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsTest {
    @TempDir
    static Path dir;

    private static SampleConsole console;

    @BeforeAll
    static void open() throws Exception {
        new TlsSetup(dir, Clock.systemUTC()).make(KeyAlgorithm.EC, List.of(), "localhost", Duration.ofDays(30));
        console = SampleConsole.open(dir, config("https://greenpark.example.org"));
    }

    private static HttpConfig config(@Nullable String statedUrl) {
        return new HttpConfig(
                "127.0.0.1",
                0,
                new HttpConfig.Https(TlsFolder.of(dir).server(), Duration.ofDays(1)),
                statedUrl,
                true,
                HttpConfig.MetricsAccess.TOKEN,
                new ConnectionLimits(20, 20, Duration.ofSeconds(5), Duration.ofSeconds(5)),
                Proxies.none());
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(TlsFolder.of(dir).forDevices())) {
            trusted.setCertificateEntry(
                    "own", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        HttpClient client = HttpClient.newBuilder().sslContext(tls).build();
        URI url = URI.create("https://127.0.0.1:" + console.port() + path);
        return client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void browsers_are_told_to_stay_with_https() throws Exception {
        for (String path : List.of("/", "/api/v1/health", "/nothing", "/api/v1/parks")) {
            assertThat(get(path).headers().firstValue("strict-transport-security"))
                    .as(path)
                    .contains("max-age=86400");
        }
    }

    @Test
    void plain_http_is_told_where_to_go() throws Exception {
        RawHttp.Answer answer = RawHttp.send(console.port(), "GET /api/v1/health HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.head()).contains("location: https://greenpark.example.org/api/v1/health");
        assertThat(RawHttp.send(console.port(), "POST /api/v1/session HTTP/1.1\r\nHost: a\r\n\r\n")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void plain_http_is_sent_to_the_address_it_dialed_where_none_is_stated(@TempDir Path other) throws Exception {
        try (SampleConsole unstated = SampleConsole.open(other, config(null))) {
            RawHttp.Answer answer = RawHttp.send(unstated.port(), "GET /a HTTP/1.1\r\nHost: 10.1.2.3:8080\r\n\r\n");
            assertThat(answer.status()).isEqualTo(308);
            assertThat(answer.head()).contains("location: https://10.1.2.3:8080/a");
            assertThat(RawHttp.send(unstated.port(), "GET /a HTTP/1.0\r\n\r\n").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void sockets_that_shake_no_hands_crowd_nobody_out() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                silent.add(new Socket(InetAddress.getLoopbackAddress(), console.port()));
            }
            assertThat(get("/api/v1/health/ready").statusCode()).isEqualTo(200);
            Await.until(
                    "no more are open than may be",
                    () -> console.traffic().connections().open() <= 20
                            && console.traffic().connections().evicted() >= 40);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }
}
