package io.greenpark.ingest.coap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.ingest.Await;
import io.greenpark.ingest.intake.IntakeConfig;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A known identity that proves the wrong key, or none. */
class CoapKeyTest {
    private static final String GOOD = "{\"ts\":1714521600000,\"values\":{\"kwh\":12.5}}";
    private static final String WRONG = "some-other-secret";

    @TempDir
    Path dir;

    private OpenDoor open;

    @BeforeEach
    void open() throws IOException {
        open = new OpenDoor(dir);
    }

    @AfterEach
    void close() {
        open.close();
    }

    /** Returns once the client has repeated its handshake message as often as it does and given up. */
    private static void fails(String identity, String key, String uri) {
        try (TestClient client = TestClient.secure(identity, key)) {
            assertThatThrownBy(() -> client.post(uri, GOOD)).isInstanceOf(IOException.class);
        }
    }

    private static void succeeds(String identity, String uri) throws Exception {
        try (TestClient client = TestClient.secure(identity, OpenDoor.key(identity))) {
            assertThat(client.post(uri, GOOD)).isNotNull().satisfies(r -> assertThat(r.getCode())
                    .isEqualTo(ResponseCode.CHANGED));
        }
    }

    @Test
    void a_wrong_key_leaves_one_dead_letter_that_names_the_identity() throws Exception {
        fails("m3", WRONG, open.secure("m3"));
        Await.until(
                "the refusal is stored", () -> !open.stores.listDeadLetters().isEmpty());
        assertThat(open.stores.listDeadLetters()).hasSize(1);
        DeadLetter deadLetter = open.stores.listDeadLetters().get(0);
        assertThat(deadLetter.reason()).isEqualTo(RejectReason.BAD_CREDENTIALS);
        assertThat(deadLetter.door()).isEqualTo(Door.COAP);
        assertThat(deadLetter.sender()).isEqualTo("m3");
        assertThat(deadLetter.deviceId()).isEqualTo("m3");
        assertThat(deadLetter.detail()).isEqualTo(CoapMessages.wrongKey("m3"));
        assertThat(deadLetter.toString()).doesNotContain(WRONG).doesNotContain(OpenDoor.key("m3"));
        assertThat(open.stores.readings()).isEmpty();
        succeeds("m3", open.secure("m3"));
        assertThat(open.stores.readings()).hasSize(1);
        assertThat(open.stores.listDeadLetters()).hasSize(1);
    }

    @Test
    void handshakes_that_never_end_keep_no_device_out() throws Exception {
        try (OpenDoor small = new OpenDoor(dir.resolve("small"), IntakeConfig.DEFAULT, Map.of("maxConnections", "4"))) {
            for (int i = 0; i < 8; i++) {
                try (RecordPath path = RecordPath.losingEncrypted(small.door.securePort());
                        TestClient client = TestClient.secure("m3", OpenDoor.key("m3"))) {
                    assertThatThrownBy(() -> client.post(path.uri("m3"), GOOD)).isInstanceOf(IOException.class);
                }
            }
            succeeds("m1", small.secure("m1"));
        }
    }

    @Test
    void each_handshake_with_a_wrong_key_is_reported() {
        fails("m3", WRONG, open.secure("m3"));
        fails("gw", WRONG, open.secure("m1"));
        Await.until(
                "both refusals are stored", () -> open.stores.listDeadLetters().size() == 2);
        assertThat(open.stores.listDeadLetters()).extracting(DeadLetter::sender).containsExactly("gw", "m3");
        assertThat(open.stores.listDeadLetters())
                .extracting(DeadLetter::deviceId)
                .containsExactly(null, "m3");
    }

    @Test
    void a_handshake_abandoned_before_the_proof_leaves_no_dead_letter() throws Exception {
        try (RecordPath lossy = RecordPath.losingEncrypted(open.door.securePort())) {
            fails("m3", WRONG, lossy.uri("m3"));
            assertThat(lossy.lost()).isPositive();
        }
        succeeds("m3", open.secure("m3"));
        assertThat(open.stores.listDeadLetters()).isEmpty();
    }

    @Test
    void a_proof_that_overtakes_the_key_exchange_is_accepted() throws Exception {
        try (RecordPath shuffled = RecordPath.encryptedFirst(open.door.securePort())) {
            succeeds("m3", shuffled.uri("m3"));
            assertThat(shuffled.overtaken()).isPositive();
        }
        assertThat(open.stores.readings()).hasSize(1);
        assertThat(open.stores.listDeadLetters()).isEmpty();
    }
}
