package io.greenpark.ingest.mqtt;

import io.greenpark.ingest.admission.MessageSender;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.ingest.intake.EventLoopBatcher;
import io.greenpark.ingest.intake.IntakeResult;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;

/**
 * A signed-in client: its publications, and their acknowledgements once everything about them is durable. On the event
 * loop of its connection.
 */
final class MqttSession {
    /** A client id counts within one sender only, so that no sender can throw another out. */
    record SessionKey(String sender, String clientId) {}

    private final MqttDoor.Shared shared;
    private final SessionKey key;
    private final EventLoopBatcher batcher;
    private final MqttBackpressure backpressure;
    private final MqttWriter writer;
    private final MqttPublications publications;

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
        publications = new MqttPublications(
                shared.pipeline(),
                MessageSender.of(principal),
                !writer.version().reasons());
    }

    /** Registers the session; a former one of the same sender and client id ends. */
    void open() {
        MqttSession former = shared.sessions().put(key, this);
        if (former != null) {
            former.takenOver();
        }
        backpressure.signedIn();
    }

    /** From the thread of the new connection. */
    private void takenOver() {
        writer.ctx()
                .executor()
                .execute(() -> writer.disconnect(Disconnect.SESSION_TAKEN_OVER, "the same client id connected again"));
    }

    void closed() {
        shared.sessions().remove(key, this);
    }

    MessageSender sender() {
        return publications.sender();
    }

    void publish(MqttPublishMessage message) {
        MqttQoS qos = message.fixedHeader().qosLevel();
        int packetId = message.variableHeader().packetId();
        ValidatedMessage validated = publications.validate(message);
        if (publications.exceedsQos(qos)) {
            writer.startLeaving();
            batcher.submit(
                    backpressure,
                    validated,
                    result -> writer.disconnect(Disconnect.QOS_NOT_SUPPORTED, "the maximum QoS is 1, as CONNACK said"));
        } else {
            batcher.submit(backpressure, validated, result -> acknowledge(qos, packetId, result));
        }
    }

    private void acknowledge(MqttQoS qos, int packetId, IntakeResult result) {
        if (writer.isOver()) {
            return;
        }
        if (result.status() == IntakeResult.Status.UNAVAILABLE) {
            // Not acknowledged: the client connects again and repeats (MQTT 3.1.1, 4.4).
            writer.disconnect(Disconnect.SERVER_BUSY, result.detail());
        } else if (qos == MqttQoS.AT_LEAST_ONCE) {
            writer.write(writer.version().pubAck(packetId, result));
        } else if (qos == MqttQoS.EXACTLY_ONCE) {
            writer.write(MqttAnswers.pubRec(packetId));
        }
    }
}
