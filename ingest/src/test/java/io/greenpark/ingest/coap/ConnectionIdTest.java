package io.greenpark.ingest.coap;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.intake.IntakeConfig;
import io.greenpark.park.reading.Reading;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.eclipse.californium.core.CoapResponse;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device whose address changes after its handshake: behind a NAT, or in a mobile network. */
class ConnectionIdTest {
    @TempDir
    Path dir;

    private static String reading(int value) {
        return "{\"ts\":" + (1714521600000L + value) + ",\"values\":{\"kwh\":" + value + "}}";
    }

    private static void post(TestClient client, MovingPath path, int value) throws Exception {
        CoapResponse response = Objects.requireNonNull(client.post(path.uri("m3"), reading(value)), "no answer");
        assertThat(response.getCode()).isEqualTo(ResponseCode.CHANGED);
    }

    @Test
    void a_device_goes_on_from_a_new_address_without_a_new_handshake() throws Exception {
        try (OpenDoor open = new OpenDoor(dir);
                MovingPath path = new MovingPath(open.door.securePort());
                TestClient client = TestClient.secureWithConnectionId("m3", OpenDoor.key("m3"))) {
            post(client, path, 1);
            int handshake = path.handshakeRecords();
            for (int value = 2; value <= 4; value++) {
                path.move();
                post(client, path, value);
            }
            assertThat(path.handshakeRecords()).isEqualTo(handshake);
            assertThat(open.stores.readings()).extracting(Reading::value).containsExactly(1.0, 2.0, 3.0, 4.0);
        }
    }

    @Test
    void a_device_without_connection_ids_is_served_as_before() throws Exception {
        try (OpenDoor open = new OpenDoor(dir);
                MovingPath path = new MovingPath(open.door.securePort());
                TestClient client = TestClient.secure("m3", OpenDoor.key("m3"))) {
            post(client, path, 1);
            assertThat(client.connectionId()).isEmpty();
        }
    }

    @Test
    void connection_ids_can_be_of_another_length_or_off() throws Exception {
        assertThat(idOf(Map.of(), "default")).hasSize(6);
        assertThat(idOf(Map.of("connectionIdLength", "9"), "longer")).hasSize(9);
        assertThat(idOf(Map.of("connectionIdLength", "0"), "off")).isEmpty();
    }

    /** The id by which the door wants to know the client. */
    private byte[] idOf(Map<String, String> settings, String folder) throws Exception {
        try (OpenDoor open = new OpenDoor(dir.resolve(folder), IntakeConfig.DEFAULT, settings);
                TestClient client = TestClient.secureWithConnectionId("m3", OpenDoor.key("m3"))) {
            CoapResponse response = Objects.requireNonNull(client.post(open.secure("m3"), reading(1)), "no answer");
            assertThat(response.getCode()).isEqualTo(ResponseCode.CHANGED);
            return client.connectionId();
        }
    }
}
