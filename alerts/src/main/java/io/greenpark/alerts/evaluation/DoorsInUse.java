package io.greenpark.alerts.evaluation;

import io.greenpark.park.live.ListeningDoor;
import io.greenpark.park.live.LiveState.Sign;
import io.greenpark.park.reading.Door;
import io.greenpark.park.registry.Device;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which doors a device comes by: that of its newest message, and every broker that has brought it no longer before that than it
 * may be silent. Several brokers may bring the same messages. One never heard may use any door that would let it in.
 */
final class DoorsInUse {
    private final List<ListeningDoor> doors;
    private final Map<Door, List<ListeningDoor>> ofKind;

    DoorsInUse(List<ListeningDoor> doors) {
        this.doors = List.copyOf(doors);
        this.ofKind = doors.stream().collect(Collectors.groupingBy(ListeningDoor::door));
    }

    List<ListeningDoor> all() {
        return doors;
    }

    Optional<ListeningDoor> named(String name) {
        return doors.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /**
     * The doors a device may come by next: mostly one.
     *
     * @param sign its newest message; null if it was never heard
     * @param broker the broker it is noted to come by; null if it is not
     */
    Ways of(Device device, @Nullable Sign sign, @Nullable String broker) {
        String id = device.id();
        if (sign == null) {
            return Ways.ofOneNeverHeard(mayCome(doors, id));
        }
        List<ListeningDoor> used = mayCome(ofKind.getOrDefault(sign.door(), List.of()), id);
        if (used.isEmpty()) {
            // The door it came by is no longer in the settings.
            return Ways.oneOf(mayCome(doors, id));
        }
        long recent = sign.arrivalMs() - device.silenceAfter().toMillis();
        List<ListeningDoor> bringing =
                brokers().filter(b -> arrivalMs(b, id) > recent).toList();
        if (sign.door() != Door.BROKER) {
            return Ways.each(Stream.concat(used.stream(), bringing.stream()).toList(), broker);
        }
        if (!bringing.isEmpty()) {
            return Ways.each(bringing, broker);
        }
        List<ListeningDoor> noted =
                used.stream().filter(d -> d.name().equals(broker)).toList();
        return noted.isEmpty() ? Ways.oneOf(used) : Ways.each(noted, broker);
    }

    private static List<ListeningDoor> mayCome(List<ListeningDoor> doors, String deviceId) {
        for (ListeningDoor door : doors) {
            if (!door.devices().mayCome(deviceId)) {
                return doors.stream().filter(d -> d.devices().mayCome(deviceId)).toList();
            }
        }
        return doors;
    }

    /**
     * The broker to note for a device: the one noted for as long as it brings the device, whichever of several is first, else the
     * one that brought it last since the process began; null if none ever did.
     */
    @Nullable
    String broker(Device device, @Nullable String noted) {
        ListeningDoor newest = brokers()
                .filter(b -> b.devices().lastArrivalMs(device.id()) != null)
                .max(Comparator.comparing(b -> arrivalMs(b, device.id())))
                .orElse(null);
        if (newest == null || newest.name().equals(noted)) {
            return noted;
        }
        long recent = arrivalMs(newest, device.id()) - device.silenceAfter().toMillis();
        boolean stillBrings = brokers().anyMatch(b -> b.name().equals(noted) && arrivalMs(b, device.id()) > recent);
        return stillBrings ? noted : newest.name();
    }

    private Stream<ListeningDoor> brokers() {
        return ofKind.getOrDefault(Door.BROKER, List.of()).stream();
    }

    private static long arrivalMs(ListeningDoor door, String deviceId) {
        Long ms = door.devices().lastArrivalMs(deviceId);
        return ms == null ? Long.MIN_VALUE : ms;
    }
}
