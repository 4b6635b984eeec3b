/**
 * MQTT 3.1, 3.1.1 and 5 as bytes: what a client may send, read strictly, and what this listener answers. {@link
 * io.greenpark.ingest.mqtt.packet.PacketDecoder} judges every packet by its fixed header before it keeps a byte of it, and
 * makes a {@link io.greenpark.ingest.mqtt.packet.MqttPacket} of what is whole; what breaks the standard becomes {@link
 * io.greenpark.ingest.mqtt.packet.MqttPacket.Broken}, after which nothing more is read. {@code mqtt/vectors.txt} of the
 * tests shows the rules as bytes.
 */
@NullMarked
package io.greenpark.ingest.mqtt.packet;

import org.jspecify.annotations.NullMarked;
