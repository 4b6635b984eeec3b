package io.greenpark.ingest.coap;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.Await;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.reading.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clients of libcoap, called as the README calls them. */
class CoapClientIT {
    private static final String GOOD = "{\"ts\": 1714521600000, \"values\": {\"kwh\": 12.5}}";

    @TempDir
    Path dir;

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String secure(String client, String key, OpenDoor open) throws IOException, InterruptedException {
        return run(
                client,
                "-B",
                "5",
                "-m",
                "post",
                "-u",
                "m3",
                "-k",
                key,
                "-t",
                "application/json",
                "-e",
                GOOD,
                open.secure("m3"));
    }

    @Test
    void plain_coap_posts_are_stored() throws Exception {
        try (OpenDoor open = new OpenDoor(dir)) {
            String said =
                    run("coap-client-notls", "-m", "post", "-t", "application/json", "-e", GOOD, open.plain("m3"));
            assertThat(said).isBlank();
            assertThat(open.stores.readings()).extracting(Reading::value).containsExactly(12.5);
        }
    }

    @Test
    void a_refused_message_is_answered_with_the_reason() throws Exception {
        try (OpenDoor open = new OpenDoor(dir)) {
            String said = run(
                    "coap-client-notls",
                    "-m",
                    "post",
                    "-t",
                    "application/json",
                    "-e",
                    "{\"kwh\": \"much\"}",
                    open.plain("m3"));
            assertThat(said).contains("4.00", "\"much\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coap-client-openssl", "coap-client-gnutls"})
    void dtls_posts_with_a_pre_shared_key_are_stored(String client) throws Exception {
        try (OpenDoor open = new OpenDoor(dir)) {
            String said = secure(client, OpenDoor.key("m3"), open);
            assertThat(open.stores.readings())
                    .as(said)
                    .extracting(Reading::value)
                    .containsExactly(12.5);
            assertThat(open.stores.listDeadLetters()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"coap-client-openssl", "coap-client-gnutls"})
    void a_wrong_key_leaves_one_dead_letter_and_the_right_one_works_afterwards(String client) throws Exception {
        try (OpenDoor open = new OpenDoor(dir)) {
            String said = secure(client, "some-other-secret", open);
            Await.until(
                    "the refusal is stored",
                    () -> !open.stores.listDeadLetters().isEmpty());
            assertThat(open.stores.listDeadLetters())
                    .as(said)
                    .extracting(DeadLetter::detail)
                    .containsExactly(CoapMessages.wrongKey("m3"));
            assertThat(open.stores.readings()).isEmpty();
            secure(client, OpenDoor.key("m3"), open);
            assertThat(open.stores.readings()).hasSize(1);
            assertThat(open.stores.listDeadLetters()).hasSize(1);
        }
    }
}
