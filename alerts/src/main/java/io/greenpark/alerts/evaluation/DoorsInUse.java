package io.greenpark.alerts.evaluation;

import io.greenpark.park.live.ListeningDoor;
import io.greenpark.park.live.LiveState.Sign;
import io.greenpark.park.reading.Door;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which door a device uses: the one its newest message came by. One never heard may use any door that would let it in. */
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
     * @param broker the broker that brought it when that was last noted; null if none did
     */
    List<ListeningDoor> of(String deviceId, @Nullable Sign sign, @Nullable String broker) {
        List<ListeningDoor> used =
                sign == null ? List.of() : mayCome(ofKind.getOrDefault(sign.door(), List.of()), deviceId);
        if (used.isEmpty()) {
            // It was never heard, or the door it came by is no longer in the settings.
            return mayCome(doors, deviceId);
        }
        return used.size() == 1 ? used : one(used, deviceId, broker);
    }

    private static List<ListeningDoor> mayCome(List<ListeningDoor> doors, String deviceId) {
        for (ListeningDoor door : doors) {
            if (!door.devices().mayCome(deviceId)) {
                return doors.stream().filter(d -> d.devices().mayCome(deviceId)).toList();
            }
        }
        return doors;
    }

    /** Of several brokers that may bring a device the one that did last; all of them if that is not known. */
    private static List<ListeningDoor> one(List<ListeningDoor> brokers, String deviceId, @Nullable String broker) {
        return newest(brokers, deviceId)
                .or(() -> brokers.stream().filter(d -> d.name().equals(broker)).findFirst())
                .map(List::of)
                .orElse(brokers);
    }

    /** The broker that has brought a device last since the process began; empty if none has. */
    Optional<String> newestBroker(String deviceId) {
        List<ListeningDoor> brokers = ofKind.getOrDefault(Door.BROKER, List.of());
        return brokers.isEmpty() ? Optional.empty() : newest(brokers, deviceId).map(ListeningDoor::name);
    }

    private static Optional<ListeningDoor> newest(List<ListeningDoor> doors, String deviceId) {
        return doors.stream()
                .filter(d -> d.devices().lastArrivalMs(deviceId) != null)
                .max(Comparator.comparing(d -> arrivalMs(d, deviceId)));
    }

    private static long arrivalMs(ListeningDoor door, String deviceId) {
        Long ms = door.devices().lastArrivalMs(deviceId);
        return ms == null ? Long.MIN_VALUE : ms;
    }
}
