package io.greenpark.ingest.admission;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import java.util.function.Predicate;

/** Who sent a message, as the door has established it, and which devices it may speak for. */
public sealed interface Sender {
    /** How dead letters name it. */
    String name();

    /**
     * Whether it may utter this device id at all. Asked before the registry is, so that a sender learns nothing about
     * devices that are not its business.
     */
    boolean mayName(String deviceId);

    /** Whether it may publish for this registered device. */
    boolean maySpeakFor(Device device);

    /** The sender of an authenticated device or gateway. */
    static Sender of(Principal principal) {
        return switch (principal.kind()) {
            case DEVICE -> new OwnDevice(principal.id());
            case GATEWAY -> new OfGateway(principal.id());
        };
    }

    /** A broker entry, which may speak for the devices its configuration lists. */
    static Sender broker(String name, Predicate<String> devices) {
        return new OfBroker(name, devices);
    }

    /** A device speaks for itself. */
    record OwnDevice(String name) implements Sender {
        @Override
        public boolean mayName(String deviceId) {
            return name.equals(deviceId);
        }

        @Override
        public boolean maySpeakFor(Device device) {
            return name.equals(device.id());
        }
    }

    /** A gateway speaks for the devices that name it. */
    record OfGateway(String name) implements Sender {
        @Override
        public boolean mayName(String deviceId) {
            return true;
        }

        @Override
        public boolean maySpeakFor(Device device) {
            return name.equals(device.gatewayId());
        }
    }

    /** A broker entry speaks for what it lists. */
    record OfBroker(String name, Predicate<String> devices) implements Sender {
        @Override
        public boolean mayName(String deviceId) {
            return devices.test(deviceId);
        }

        @Override
        public boolean maySpeakFor(Device device) {
            return devices.test(device.id());
        }
    }
}
