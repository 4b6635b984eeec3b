package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.OpenCase;
import io.greenpark.alerts.cases.OpenCases;
import io.greenpark.alerts.evaluation.KnownDevices.Known;
import io.greenpark.alerts.rule.Awaited;
import io.greenpark.park.live.ListeningDoor;
import io.greenpark.park.live.LiveState.Sign;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Registry;
import io.greenpark.store.live.LivenessWindow;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who is expected to send and who listens for them, as of one instant; read at once, and not changed. */
final class SilenceScene {
    /** What a step looks at before it opens the books. */
    record Outset(Registry registry, LivenessWindow window, DoorsInUse doors, Instant now) {
        /** Up to when all that arrived is known, and the doors were looked at. */
        Instant until() {
            return window.until().isBefore(now) ? window.until() : now;
        }
    }

    private final Outset outset;
    private final Map<String, Known> known;
    private final ClearedGroups cleared;
    private final Map<String, Device> expected = new LinkedHashMap<>();
    private final Map<String, Awaited> awaited = new LinkedHashMap<>();
    private final Map<String, String> doorOf = new HashMap<>();
    private final Map<String, Known> changed = new LinkedHashMap<>();
    private final Map<String, OpenCase> openDevices;
    private final Map<String, OpenCase> openGateways;
    private final Map<String, OpenCase> openDoors;

    private SilenceScene(Handle handle, ClearedGroups cleared, Outset outset) {
        this.outset = outset;
        this.cleared = cleared;
        this.known = KnownDevices.all(handle);
        this.openDevices = OpenCases.of(handle, Case.Rule.DEVICE_SILENT);
        this.openGateways = OpenCases.of(handle, Case.Rule.GATEWAY_SILENT);
        this.openDoors = OpenCases.of(handle, Case.Rule.DOOR_SILENT);
    }

    static SilenceScene read(Handle handle, Map<String, Sign> signs, ClearedGroups cleared, Outset outset) {
        SilenceScene scene = new SilenceScene(handle, cleared, outset);
        for (Device device : outset.registry().facts().devices()) {
            scene.add(device, signs.get(device.id()));
        }
        return scene;
    }

    private void add(Device device, @Nullable Sign sign) {
        Known before = known.get(device.id());
        Known is = new Known(
                before == null ? outset.now() : before.since(),
                doors().newestBroker(device.id()).orElse(before == null ? null : before.broker()));
        if (!is.equals(before)) {
            changed.put(device.id(), is);
        }
        // One of whose points all have ended is not expected to send.
        if (outset.registry().inUse(device.id(), outset.until())) {
            expected.put(device.id(), device);
            listen(device, sign, is);
        }
    }

    private void listen(Device device, @Nullable Sign sign, Known known) {
        List<ListeningDoor> used = doors().of(device.id(), sign, known.broker());
        if (used.size() == 1) {
            doorOf.put(device.id(), used.get(0).name());
        }
        Instant lastHeard = sign == null ? null : Instant.ofEpochMilli(sign.arrivalMs());
        Instant silentSince = lastHeard == null ? known.since() : lastHeard;
        List<ListeningDoor> open = used.stream().filter(ListeningDoor::open).toList();
        // One never heard could have come by any that is open; of one that was heard it is not known which it uses.
        if (!used.isEmpty() && (open.isEmpty() || sign != null && open.size() < used.size())) {
            return;
        }
        Instant begin = later(silentSince, outset.window().since());
        if (device.gatewayId() != null) {
            begin = later(begin, cleared.gateway(device.gatewayId()));
        }
        awaited.put(device.id(), new Awaited(device, lastHeard, silentSince, counted(begin, open)));
    }

    /** Time in which a door was shut is left out; it does not begin the whole limit anew. */
    private Instant counted(Instant begin, List<ListeningDoor> open) {
        Instant counted = begin;
        for (ListeningDoor door : open) {
            Instant from = later(begin, cleared.door(door.name()));
            counted = later(counted, door.standing().countedFrom(from));
        }
        return counted;
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    Registry registry() {
        return outset.registry();
    }

    DoorsInUse doors() {
        return outset.doors();
    }

    Instant now() {
        return outset.now();
    }

    Instant until() {
        return outset.until();
    }

    /** The devices that are expected to send, by id. */
    Map<String, Device> expected() {
        return expected;
    }

    /** Those of them whose door is open, by id, in the order of the registry. */
    Map<String, Awaited> awaited() {
        return awaited;
    }

    /** The door a device uses; null where it may be one of several. */
    @Nullable
    String doorOf(String deviceId) {
        return doorOf.get(deviceId);
    }

    /** What is known of devices now and was not before. */
    Map<String, Known> changed() {
        return changed;
    }

    Map<String, OpenCase> openDevices() {
        return openDevices;
    }

    Map<String, OpenCase> openGateways() {
        return openGateways;
    }

    Map<String, OpenCase> openDoors() {
        return openDoors;
    }
}
