package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.admission.MessageSender;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.ingest.intake.EventLoopBatcher;
import io.greenpark.ingest.intake.IntakeResult;
import io.greenpark.ingest.mqtt.packet.MqttPacket.Publish;
import io.greenpark.park.reading.Door;
import io.greenpark.park.registry.DeviceCredentials.Principal;

/**
 * A signed-in client: its publications, and their acknowledgements once everything about them is durable. On the event
 * loop of its connection.
 */
final class MqttSession {
    /** A client id counts within one sender only, so that no sender can throw another out. */
    record SessionKey(String sender, String clientId) {}

    private static final int QOS_1 = 1;
    private static final int QOS_2 = 2;

    private final MqttDoor.Shared shared;
    private final SessionKey key;
    private final EventLoopBatcher batcher;
    private final MqttBackpressure backpressure;
    private final MqttWriter writer;
    private final MqttPublications publications;
    private final MqttExactlyOnce exactlyOnce = new MqttExactlyOnce();

    MqttSession(
            MqttDoor.Shared shared,
            Principal principal,
            String clientId,
            EventLoopBatcher batcher,
            MqttBackpressure backpressure,
            MqttWriter writer) {
        this.shared = shared;
        this.batcher = batcher;
        this.backpressure = backpressure;
        this.writer = writer;
        key = new SessionKey(principal.kind() + " " + principal.id(), clientId);
        publications = new MqttPublications(shared.pipeline(), MessageSender.of(principal));
    }

    /** Registers the session; a former one of the same sender and client id ends. */
    void open() {
        MqttSession former = shared.sessions().put(key, this);
        if (former != null) {
            former.takenOver();
        }
        backpressure.signedIn(key.sender());
    }

    /** From the thread of the new connection. */
    private void takenOver() {
        writer.ctx()
                .executor()
                .execute(() ->
                        writer.disconnect(DisconnectReason.SESSION_TAKEN_OVER, "the same client id connected again"));
    }

    void closed() {
        shared.sessions().remove(key, this);
    }

    MessageSender sender() {
        return publications.sender();
    }

    void publish(Publish message) {
        int qos = message.qos();
        int packetId = message.packetId();
        if (qos == QOS_2 && !exactlyOnce.arrived(packetId)) {
            batcher.submit(
                    backpressure, ValidatedMessage.empty(Door.MQTT), result -> acknowledgeAgain(packetId, result));
            return;
        }
        ValidatedMessage validated = publications.validate(message);
        batcher.submit(backpressure, validated, result -> acknowledge(qos, packetId, result));
    }

    private void acknowledge(int qos, int packetId, IntakeResult result) {
        if (writer.isOver()) {
            return;
        }
        if (result.status() == IntakeResult.Status.UNAVAILABLE) {
            // Not acknowledged: the client connects again and repeats (MQTT 3.1.1, 4.4).
            writer.disconnect(DisconnectReason.SERVER_BUSY, result.detail());
        } else if (qos == QOS_1) {
            writer.write(writer.answers().pubAck(packetId, result));
        } else if (qos == QOS_2) {
            record(packetId, result);
        }
    }

    private void record(int packetId, IntakeResult result) {
        writer.write(writer.answers().pubRec(packetId, result));
        boolean refused = writer.answers().withReasons() && result.reason() != null;
        if (exactlyOnce.recorded(packetId)) {
            writer.write(writer.answers().pubComp(packetId, !refused));
        } else if (refused) {
            exactlyOnce.forget(packetId);
        }
    }

    /** A message came again before its PUBREL; the first was answered before, as answers keep the order of arrival. */
    private void acknowledgeAgain(int packetId, IntakeResult result) {
        if (!writer.isOver() && exactlyOnce.holds(packetId)) {
            writer.write(writer.answers().pubRec(packetId, result));
        }
    }

    /** The client gives a QoS 2 message up, which is answered after its PUBREC. */
    void release(int packetId) {
        boolean known = exactlyOnce.holds(packetId);
        if (exactlyOnce.release(packetId)) {
            writer.send(writer.answers().pubComp(packetId, known));
        }
    }
}
