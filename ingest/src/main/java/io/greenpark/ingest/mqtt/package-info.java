/**
 * The direct listener of MQTT 3.1, 3.1.1 and 5: devices and gateways connect with their own credentials, no broker in
 * between. Publications are decoded, validated and made durable by the {@link io.greenpark.ingest.IngestPipeline} and
 * acknowledged afterwards; MQTT 5 senders are told why something was refused. {@link
 * io.greenpark.ingest.mqtt.MqttDoor} is opened by the wiring. A message passes {@link
 * io.greenpark.ingest.mqtt.MqttReadGate}, {@link io.greenpark.ingest.mqtt.packet.PacketDecoder}, {@link
 * io.greenpark.ingest.mqtt.MqttConnection}, {@link io.greenpark.ingest.mqtt.MqttSession} and {@link
 * io.greenpark.ingest.mqtt.MqttPublications}; its acknowledgement leaves through {@link
 * io.greenpark.ingest.mqtt.MqttSession}, as {@link io.greenpark.ingest.mqtt.MqttAnswers} words it.
 */
@NullMarked
package io.greenpark.ingest.mqtt;

import org.jspecify.annotations.NullMarked;
