package io.greenpark.ingest.admission;

import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.registry.Registry;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who sent a message, as the door has established, and which devices it may publish for. */
public sealed interface MessageSender {
    /** How dead letters name it. */
    String name();

    /**
     * Whether it may name this device id at all. Asked before the registry is, so that a sender learns nothing about the
     * devices of others.
     */
    boolean mayName(String deviceId);

    /** Whether it may publish for this registered device. */
    boolean mayPublishFor(Device device);

    /**
     * Its own device that it sends under a name which is not its id; null where there is none. Only its own are looked through, so that no
     * name reaches, or tells of, a device of others.
     */
    @Nullable
    Device sentAs(Registry registry, String name);

    /** Whether it has proved who it is. */
    default boolean proved() {
        return kept() != null;
    }

    /** Under which name is kept what nobody has claimed yet; null for one that has not proved who it is, of which nothing is kept. */
    @Nullable
    ProvedSender kept();

    /**
     * The sender of what was kept.
     *
     * @param brokers by their names, which devices the broker entries may name; of one that is no longer there nothing may come
     */
    static MessageSender of(ProvedSender sender, Map<String, Predicate<String>> brokers) {
        return switch (sender.kind()) {
            case DEVICE -> new DeviceSender(sender.name());
            case GATEWAY -> new GatewaySender(sender.name());
            case BROKER -> new BrokerSender(sender.name(), brokers.getOrDefault(sender.name(), device -> false));
        };
    }

    /** The sender of an authenticated device or gateway. */
    static MessageSender of(Principal principal) {
        return switch (principal.kind()) {
            case DEVICE -> new DeviceSender(principal.id());
            case GATEWAY -> new GatewaySender(principal.id());
        };
    }

    /** A broker entry, which may publish for the devices its configuration lists. */
    static MessageSender broker(String name, Predicate<String> devices) {
        return new BrokerSender(name, devices);
    }

    /**
     * A program on this machine, which may publish for every device without proof.
     *
     * @param name what the door knows of it: the device it publishes for if that is registered, else its address
     */
    static MessageSender local(String name) {
        return new LocalSender(name);
    }

    /** A device publishes for itself. */
    record DeviceSender(String name) implements MessageSender {
        @Override
        public boolean mayName(String deviceId) {
            return name.equals(deviceId);
        }

        @Override
        public boolean mayPublishFor(Device device) {
            return name.equals(device.id());
        }

        @Override
        public @Nullable Device sentAs(Registry registry, String sent) {
            return registry.device(name)
                    .filter(own -> sent.equals(own.sentAs()))
                    .orElse(null);
        }

        @Override
        public ProvedSender kept() {
            return new ProvedSender(ProvedSender.Kind.DEVICE, name);
        }
    }

    /** A gateway publishes for the devices that the registry assigns to it. */
    record GatewaySender(String name) implements MessageSender {
        @Override
        public boolean mayName(String deviceId) {
            return true;
        }

        @Override
        public boolean mayPublishFor(Device device) {
            return name.equals(device.gatewayId());
        }

        @Override
        public @Nullable Device sentAs(Registry registry, String sent) {
            return registry.deviceSentAs(name, sent).orElse(null);
        }

        @Override
        public ProvedSender kept() {
            return new ProvedSender(ProvedSender.Kind.GATEWAY, name);
        }
    }

    /** A broker entry publishes for the devices it lists, under the names that they are sent under. */
    record BrokerSender(String name, Predicate<String> devices) implements MessageSender {
        @Override
        public boolean mayName(String deviceId) {
            return devices.test(deviceId);
        }

        @Override
        public boolean mayPublishFor(Device device) {
            return devices.test(device.id());
        }

        @Override
        public @Nullable Device sentAs(Registry registry, String sent) {
            // What lies behind a gateway of the registry is that gateway's to name.
            return mayName(sent) ? registry.deviceSentAs(null, sent).orElse(null) : null;
        }

        @Override
        public ProvedSender kept() {
            return new ProvedSender(ProvedSender.Kind.BROKER, name);
        }
    }

    /** A program on this machine publishes for every device. */
    record LocalSender(String name) implements MessageSender {
        @Override
        public boolean mayName(String deviceId) {
            return true;
        }

        @Override
        public boolean mayPublishFor(Device device) {
            return true;
        }

        @Override
        public @Nullable Device sentAs(Registry registry, String sent) {
            return registry.deviceSentAs(null, sent).orElse(null);
        }

        @Override
        public @Nullable ProvedSender kept() {
            return null;
        }
    }
}
