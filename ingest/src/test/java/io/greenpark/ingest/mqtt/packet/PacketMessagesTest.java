package io.greenpark.ingest.mqtt.packet;

import io.greenpark.ingest.CatalogueSheet;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PacketMessagesTest {
    @Test
    void every_message_says_the_same_in_both_languages() throws IOException {
        new CatalogueSheet(PacketMessages.class)
                .with("firstPacket", PacketMessages.firstPacket("PUBLISH"))
                .with("unexpectedPacket", PacketMessages.unexpectedPacket("CONNACK"))
                .with("reservedFlags", PacketMessages.reservedFlags("SUBSCRIBE"))
                .with("badLength", PacketMessages.badLength())
                .with("tooLarge", PacketMessages.tooLarge(65_536))
                .with("connectTooLarge", PacketMessages.connectTooLarge(16_384))
                .with("cutShort", PacketMessages.cutShort())
                .with("leftOver", PacketMessages.leftOver(3, "CONNECT"))
                .with("illFormedText", PacketMessages.illFormedText("client id"))
                .with("packetIdZero", PacketMessages.packetIdZero("PUBLISH"))
                .with("reasonCode", PacketMessages.reasonCode("DISCONNECT", 0x8E))
                .with("protocolName", PacketMessages.protocolName())
                .with("wrongVersion", PacketMessages.wrongVersion(6))
                .with("reservedConnectFlag", PacketMessages.reservedConnectFlag())
                .with("willFlags", PacketMessages.willFlags())
                .with("passwordAlone", PacketMessages.passwordAlone())
                .with("authenticationDataAlone", PacketMessages.authenticationDataAlone())
                .with("propertiesTooLong", PacketMessages.propertiesTooLong(16_383, 20))
                .with("propertyNotHere", PacketMessages.propertyNotHere("0x11", "PUBLISH"))
                .with("propertyTwice", PacketMessages.propertyTwice("Receive Maximum"))
                .with("propertyValue", PacketMessages.propertyValue("Receive Maximum", 0, 1, 65_535))
                .with("qosThree", PacketMessages.qosThree())
                .with("duplicateWithoutQos", PacketMessages.duplicateWithoutQos())
                .with("emptyTopic", PacketMessages.emptyTopic())
                .with("wildcards", PacketMessages.wildcards("topic"))
                .with("topicAlias", PacketMessages.topicAlias(17, 16))
                .with("unknownAlias", PacketMessages.unknownAlias(3))
                .with("noFilter", PacketMessages.noFilter("SUBSCRIBE"))
                .with("badFilter", PacketMessages.badFilter())
                .with("subscriptionOptions", PacketMessages.subscriptionOptions(0x40))
                .with("subscriptionIdentifier", PacketMessages.subscriptionIdentifier())
                .matchesItsSheet();
    }
}
