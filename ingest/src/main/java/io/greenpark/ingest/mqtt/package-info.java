/**
 * The direct MQTT 3.1.1 and 5 listener: devices and gateways connect with their own credentials, no broker in between.
 * Publications come in, are decoded, judged and made durable by {@link io.greenpark.ingest.admission}, and acknowledged
 * afterwards; MQTT 5 senders are told why something was refused. {@link io.greenpark.ingest.mqtt.MqttDoor} is the way in
 * for the wiring, {@link io.greenpark.ingest.mqtt.MqttConnection} the protocol.
 */
@NullMarked
package io.greenpark.ingest.mqtt;

import org.jspecify.annotations.NullMarked;
