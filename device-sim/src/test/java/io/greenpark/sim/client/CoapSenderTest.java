package io.greenpark.sim.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.machine.FreePort;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoapSenderTest {
    private static final String PATH = "greenpark/meter-1/telemetry";

    @TempDir
    Path data;

    private DeviceSecrets.Secret secret() throws Exception {
        Files.createDirectories(data.resolve("credentials"));
        Files.writeString(
                data.resolve("credentials/devices.csv"),
                "kind,id,username,password,token,pskHex\ndevice,meter-1,meter-1,pass,tok,"
                        + HexFormat.of().formatHex(CoapServerOnLoopback.KEY) + "\n");
        return DeviceSecrets.of(data).of("meter-1");
    }

    private static CompletableFuture<Void> sendAll(Sender sender, int messages) {
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            sent.add(sender.send(PATH, "{\"n\":" + i + "}").toCompletableFuture());
        }
        return CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new));
    }

    @Test
    void every_message_reaches_the_server_once() throws Exception {
        try (CoapServerOnLoopback server = new CoapServerOnLoopback(false, e -> e.respond(ResponseCode.CHANGED));
                Sender sender = new CoapSender(server.uri(), null, 4, RetryTimeout.DEFAULT)) {
            sendAll(sender, 300).get(30, TimeUnit.SECONDS);
            assertThat(server.received).hasSize(300).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_busy_server_is_asked_again_after_its_max_age() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (CoapServerOnLoopback server = new CoapServerOnLoopback(false, e -> {
                    e.setMaxAge(1);
                    e.respond(asked.getAndIncrement() == 0 ? ResponseCode.SERVICE_UNAVAILABLE : ResponseCode.CHANGED);
                });
                Sender sender = new CoapSender(server.uri(), null, 4, RetryTimeout.DEFAULT)) {
            sendAll(sender, 1).get(30, TimeUnit.SECONDS);
            assertThat(server.received).containsExactly("{\"n\":0}", "{\"n\":0}");
            assertThat(sender.repeated()).isOne();
        }
    }

    @Test
    void a_refusal_fails_the_message_in_the_servers_own_words() throws Exception {
        try (CoapServerOnLoopback server =
                        new CoapServerOnLoopback(false, e -> e.respond(ResponseCode.FORBIDDEN, "not your device"));
                Sender sender = new CoapSender(server.uri(), null, 4, RetryTimeout.DEFAULT)) {
            assertThatThrownBy(() -> sendAll(sender, 1).get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("4.03")
                    .hasMessageContaining("not your device");
        }
    }

    @Test
    void a_server_that_lost_its_dtls_sessions_gets_every_message_all_the_same() throws Exception {
        try (CoapServerOnLoopback server = new CoapServerOnLoopback(true, e -> e.respond(ResponseCode.CHANGED));
                Sender sender = new CoapSender(server.uri(), secret(), 4, RetryTimeout.DEFAULT)) {
            sendAll(sender, 20).get(30, TimeUnit.SECONDS);
            server.kill();
            CompletableFuture<Void> rest = sendAll(sender, 20);
            server.startAgain();
            rest.get(60, TimeUnit.SECONDS);
            assertThat(server.received).hasSizeGreaterThanOrEqualTo(40);
        }
    }

    @Test
    void a_server_that_is_not_there_is_named() throws Exception {
        URI nobody = URI.create("coap://127.0.0.1:" + FreePort.take());
        try (Sender sender =
                new CoapSender(nobody, null, 4, new RetryTimeout(Duration.ofMillis(50), Duration.ofMillis(50)))) {
            assertThatThrownBy(() -> sendAll(sender, 1).get(60, TimeUnit.SECONDS))
                    .hasMessageContaining("no CoAP server answers at " + nobody);
        }
    }

    @Test
    void dtls_without_a_key_is_refused_before_anything_is_sent() {
        assertThatThrownBy(() -> new CoapSender(URI.create("coaps://127.0.0.1:1"), null, 4, RetryTimeout.DEFAULT))
                .isInstanceOf(SenderException.class)
                .hasMessageContaining("coap on loopback");
    }

    @Test
    void a_device_that_is_not_in_the_credentials_file_is_named() throws Exception {
        DeviceSecrets.Secret known = secret();
        assertThat(known.password()).isEqualTo("pass");
        assertThat(known.toString()).doesNotContain("pass");
        assertThatThrownBy(() -> DeviceSecrets.of(data).of("meter-2"))
                .isInstanceOf(SenderException.class)
                .hasMessageContaining("\"meter-2\" is not in it");
    }
}
