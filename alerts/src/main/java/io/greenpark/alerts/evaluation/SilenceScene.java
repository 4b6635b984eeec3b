package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.OpenCase;
import io.greenpark.alerts.cases.OpenCases;
import io.greenpark.alerts.evaluation.KnownDevices.Known;
import io.greenpark.alerts.rule.Awaited;
import io.greenpark.park.live.LiveState.Sign;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Registry;
import io.greenpark.store.live.LivenessWindow;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final DeviceNotes notes;
    private final ClearedGroups cleared;
    private final Map<String, Awaited> awaited = new LinkedHashMap<>();
    private final Map<String, Awaited> lookedAt = new LinkedHashMap<>();
    private final Map<String, String> doorOf = new HashMap<>();
    private final Set<String> shutOut = new HashSet<>();
    private final Map<String, OpenCase> openDevices;
    private final Map<String, OpenCase> openGateways;
    private final Map<String, OpenCase> openDoors;
    /** The doors whose open case says that they are open and nothing comes. */
    private final Set<String> silentDoors;

    private SilenceScene(Handle handle, ClearedGroups cleared, DeviceNotes notes, Outset outset) {
        this.outset = outset;
        this.notes = notes;
        this.cleared = cleared;
        this.openDevices = OpenCases.of(handle, Case.Rule.DEVICE_SILENT);
        this.openGateways = OpenCases.of(handle, Case.Rule.GATEWAY_SILENT);
        this.openDoors = OpenCases.of(handle, Case.Rule.DOOR_SILENT);
        this.silentDoors = openDoors.values().stream()
                .filter(c -> SilencePast.of(handle, c, c.key()).isSilence())
                .map(c -> c.key().subject())
                .collect(Collectors.toSet());
    }

    static SilenceScene read(
            Handle handle, Map<String, Sign> signs, ClearedGroups cleared, DeviceNotes notes, Outset outset) {
        SilenceScene scene = new SilenceScene(handle, cleared, notes, outset);
        notes.expected().forEach((id, device) -> scene.listen(device, signs.get(id), notes.of(id), scene.awaited));
        notes.unaccepted().forEach((id, device) -> scene.listen(device, signs.get(id), notes.of(id), scene.lookedAt));
        return scene;
    }

    private void listen(Device device, @Nullable Sign sign, Known known, Map<String, Awaited> among) {
        Ways ways = doors().of(device, sign, known.broker());
        ways.main(silentDoors).ifPresent(door -> doorOf.put(device.id(), door));
        if (!ways.listen()) {
            if (ways.doors().stream().anyMatch(d -> !d.open() && openDoors.containsKey(d.name()))) {
                shutOut.add(device.id());
            }
            return;
        }
        Instant lastHeard = sign == null ? null : Instant.ofEpochMilli(sign.arrivalMs());
        Instant silentSince = lastHeard == null ? known.since() : lastHeard;
        // One that was heard long ago and is expected again may not have been switched on yet.
        Instant begin = Ways.later(
                Ways.later(silentSince, known.since()), outset.window().since());
        if (device.gatewayId() != null) {
            begin = Ways.later(begin, cleared.gateway(device.gatewayId()));
        }
        among.put(device.id(), new Awaited(device, lastHeard, silentSince, ways.countedFrom(begin, cleared::door)));
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
        return notes.expected();
    }

    /** Those of them whose door is open, by id, in the order of the registry. */
    Map<String, Awaited> awaited() {
        return awaited;
    }

    /** Whether one that is not accepted, and so has no case, is silent for longer than allowed. */
    boolean isSilentUntold(String deviceId) {
        Awaited device = lookedAt.get(deviceId);
        return device != null && device.overdue(until());
    }

    /** The door a device uses; null where it may be one of several. */
    @Nullable
    String doorOf(String deviceId) {
        return doorOf.get(deviceId);
    }

    /** Whether it cannot be heard, and the case of its door says why. */
    boolean isShutOut(String deviceId) {
        return shutOut.contains(deviceId);
    }

    DeviceNotes notes() {
        return notes;
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
