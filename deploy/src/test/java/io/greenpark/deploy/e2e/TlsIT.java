package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.config.machine.FreePort;
import io.greenpark.park.Await;
import io.greenpark.sim.client.DeviceSecrets;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code greenpark tls}, then {@code greenpark run}: MQTT over TLS and HTTPS as real clients meet them. */
class TlsIT {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String TOPIC = "greenpark/steel-meter/telemetry";

    @TempDir
    Path folder;

    private String ca() {
        return folder.resolve("ca.pem").toString();
    }

    /** Files of an authority that did not issue the server's certificate. */
    private Path stranger() throws Exception {
        Path ca = folder.resolve("stranger.pem");
        run("tls", "--data", folder.resolve("stranger").toString(), "--export", ca.toString());
        return ca;
    }

    private static String run(String... words) throws Exception {
        Process process = GreenparkProcess.command(List.of(words))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void one_command_turns_tls_on_and_renews_it_without_a_restart() throws Exception {
        Path data = folder.resolve("data");
        String said = run("tls", "--data", data.toString(), "--host", "green.example.org", "--export", ca());
        assertThat(said).contains("green.example.org, ").contains("--cafile " + ca());
        int tlsPort = FreePort.take();
        try (GreenparkProcess greenpark = new GreenparkProcess(
                        GreenparkProcess.conf("real-plants.yaml"),
                        data,
                        List.of("mqtt.tlsPort=" + tlsPort, "tls.lookEvery=200ms", "canary.enabled=false"))
                .start()) {
            assertThat(greenpark.printed()).contains("Greenpark is ready: https://localhost:" + greenpark.httpPort);
            devicesSendOverTls(greenpark, tlsPort);
            peopleSeeHttps(greenpark);
            healthCommandKnowsTheCertificate(greenpark);
            renewed(greenpark, tlsPort);
        }
    }

    private void devicesSendOverTls(GreenparkProcess greenpark, int port) throws Exception {
        String password = password(greenpark);
        assertThat(publish(port, ca(), password, "2019-01-01T00:15:00+08:00")).isZero();
        assertThat(publish(port, stranger().toString(), password, "2019-01-01T00:30:00+08:00"))
                .isNotZero();
        pahoPublishes(port, password);
        JsonNode mqtt = health(greenpark).get("doors").get(0);
        assertThat(mqtt.get("address").asText()).contains("TLS 127.0.0.1:" + port);
        assertThat(mqtt.get("readings").asLong()).isEqualTo(2);
    }

    private void pahoPublishes(int port, String password) throws Exception {
        MqttClient client = new MqttClient("ssl://localhost:" + port, "one", new MemoryPersistence());
        client.connect(options(password, trusting(Path.of(ca()))));
        byte[] message =
                "{\"ts\": \"2019-01-01T00:45:00+08:00\", \"values\": {\"kwh\": 1}}".getBytes(StandardCharsets.UTF_8);
        client.publish(TOPIC, message, 1, false);
        client.disconnect();
        client.close();
        MqttClient deceived = new MqttClient("ssl://localhost:" + port, "two", new MemoryPersistence());
        MqttConnectionOptions wrong = options(password, trusting(stranger()));
        assertThatThrownBy(() -> deceived.connect(wrong))
                .isInstanceOf(MqttException.class)
                .hasCauseInstanceOf(SSLHandshakeException.class);
        deceived.close();
    }

    private void peopleSeeHttps(GreenparkProcess greenpark) throws Exception {
        JsonNode certificates = health(greenpark).get("certificates");
        assertThat(certificates).extracting(c -> c.get("usedBy").asText()).containsExactly("http", "mqtt");
        assertThat(certificates).allSatisfy(c -> {
            assertThat(c.get("state").asText()).isEqualTo("well");
            assertThat(c.get("names").toString()).contains("green.example.org");
        });
        URI page = URI.create("https://localhost:" + greenpark.httpPort + "/");
        try (SSLSocket socket =
                (SSLSocket) trusting(stranger()).getSocketFactory().createSocket("localhost", greenpark.httpPort)) {
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
        HttpResponse<String> answer = HttpClient.newBuilder()
                .sslContext(trusting(Path.of(ca())))
                .build()
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static void healthCommandKnowsTheCertificate(GreenparkProcess greenpark) throws Exception {
        List<String> words = new ArrayList<>(List.of("health"));
        words.addAll(greenpark.settings());
        assertThat(run(words.toArray(String[]::new))).startsWith("ok");
    }

    private void renewed(GreenparkProcess greenpark, int tlsPort) throws Exception {
        X509Certificate before = shown(greenpark.httpPort);
        assertThat(shown(tlsPort)).isEqualTo(before);
        assertThat(run("tls", "--data", greenpark.data.toString())).contains("takes it up within a minute");
        Await.until("HTTPS shows another certificate", LONGEST, () -> !shown(greenpark.httpPort)
                .equals(before));
        Await.until(
                "MQTT shows another certificate", LONGEST, () -> !shown(tlsPort).equals(before));
        assertThat(List.copyOf(shown(tlsPort).getSubjectAlternativeNames()))
                .isEqualTo(List.copyOf(before.getSubjectAlternativeNames()));
        assertThat(publish(tlsPort, ca(), password(greenpark), "2019-01-01T01:00:00+08:00"))
                .isZero();
    }

    /** The certificate a port shows to a client that trusts the first authority. */
    private X509Certificate shown(int port) {
        try (SSLSocket socket =
                (SSLSocket) trusting(Path.of(ca())).getSocketFactory().createSocket("localhost", port)) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode health(GreenparkProcess greenpark) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("https://localhost:" + greenpark.httpPort + "/api/v1/health"))
                .header(
                        "Authorization",
                        "Bearer "
                                + Files.readString(greenpark.data.resolve("credentials/api-token"))
                                        .strip())
                .build();
        HttpClient client =
                HttpClient.newBuilder().sslContext(trusting(Path.of(ca()))).build();
        return new ObjectMapper()
                .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    private static int publish(int port, String ca, String password, String time) throws Exception {
        return new ProcessBuilder(
                        "mosquitto_pub",
                        "-V",
                        "mqttv5",
                        "--cafile",
                        ca,
                        "-h",
                        "localhost",
                        "-p",
                        String.valueOf(port),
                        "-q",
                        "1",
                        "-u",
                        "steel-meter",
                        "-P",
                        password,
                        "-t",
                        TOPIC,
                        "-m",
                        "{\"ts\": \"" + time + "\", \"values\": {\"kwh\": 1}}")
                .inheritIO()
                .start()
                .waitFor();
    }

    private static String password(GreenparkProcess greenpark) {
        return DeviceSecrets.of(greenpark.data).of("steel-meter").password();
    }

    private static MqttConnectionOptions options(String password, SSLContext context) {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName("steel-meter");
        options.setPassword(password.getBytes(StandardCharsets.UTF_8));
        options.setSocketFactory(context.getSocketFactory());
        options.setHttpsHostnameVerificationEnabled(true);
        return options;
    }

    private static SSLContext trusting(Path ca) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(ca)) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
