package io.greenpark.ingest.mqtt.packet;

import io.greenpark.ingest.mqtt.packet.Property.Place;
import io.netty.buffer.ByteBuf;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The properties of one packet, checked: none twice, none that belongs elsewhere, none out of range. */
final class PropertyList {
    static final PropertyList NONE = new PropertyList();
    private static final long MAX_TWO = 0xFFFFL;
    private static final long MAX_FOUR = 0xFFFF_FFFFL;

    private final Map<Property, Long> numbers = new EnumMap<>(Property.class);
    private final Map<Property, String> texts = new EnumMap<>(Property.class);
    private final Set<Property> present = EnumSet.noneOf(Property.class);

    private PropertyList() {}

    static PropertyList read(ByteBuf body, Place place) throws BrokenPacketException {
        int length = Fields.variable(body);
        if (length == 0) {
            return NONE;
        }
        if (length > body.readableBytes()) {
            throw BrokenPacketException.malformed(PacketMessages.propertiesTooLong(length, body.readableBytes()));
        }
        PropertyList list = new PropertyList();
        ByteBuf part = body.readSlice(length);
        while (part.isReadable()) {
            list.readOne(part, place);
        }
        return list;
    }

    boolean has(Property property) {
        return present.contains(property);
    }

    @Nullable
    String text(Property property) {
        return texts.get(property);
    }

    long number(Property property, long otherwise) {
        return numbers.getOrDefault(property, otherwise);
    }

    private void readOne(ByteBuf part, Place place) throws BrokenPacketException {
        int id = Fields.variable(part);
        if (id == 0x0B && place == Place.PUBLISH) {
            // MQTT-3.3.4-6: known here, but only a server may send it.
            throw BrokenPacketException.protocolError(PacketMessages.propertyNotHere("0x0B", place.name()));
        }
        Property property = Property.of(id, place);
        if (property == null) {
            throw BrokenPacketException.malformed(
                    PacketMessages.propertyNotHere(String.format("0x%02X", id), place.name()));
        }
        if (!present.add(property) && !property.repeats()) {
            throw BrokenPacketException.protocolError(PacketMessages.propertyTwice(property.title()));
        }
        readValue(part, property);
    }

    private void readValue(ByteBuf part, Property property) throws BrokenPacketException {
        switch (property.kind()) {
            case ZERO_OR_ONE -> number(property, Fields.one(part), 0, 1);
            case TWO -> number(property, Fields.two(part), 0, MAX_TWO);
            case TWO_NOT_ZERO -> number(property, Fields.two(part), 1, MAX_TWO);
            case FOUR -> number(property, Fields.four(part), 0, MAX_FOUR);
            case FOUR_NOT_ZERO -> number(property, Fields.four(part), 1, MAX_FOUR);
            case VARIABLE -> number(property, Fields.variable(part), 1, (1 << 28) - 1);
            case TEXT -> texts.put(property, Fields.text(part, property.title()));
            case TOPIC -> topic(property, Fields.text(part, property.title()));
            case BINARY -> Fields.binary(part);
            case PAIR -> {
                Fields.text(part, property.title());
                Fields.text(part, property.title());
            }
        }
    }

    private void number(Property property, long value, long least, long most) throws BrokenPacketException {
        if (value < least || value > most) {
            throw BrokenPacketException.protocolError(
                    PacketMessages.propertyValue(property.title(), value, least, most));
        }
        numbers.put(property, value);
    }

    private void topic(Property property, String name) throws BrokenPacketException {
        if (TopicRules.hasWildcard(name)) {
            throw BrokenPacketException.protocolError(PacketMessages.wildcards(property.title()));
        }
        texts.put(property, name);
    }
}
