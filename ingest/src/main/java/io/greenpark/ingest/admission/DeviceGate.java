package io.greenpark.ingest.admission;

import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one registry says about one sender and one device.
 *
 * @param refusal why nothing is taken for this device from this sender; null if it may publish
 * @param detail the sentence of the refusal; empty without one
 */
record DeviceGate(String deviceId, @Nullable RejectReason refusal, String detail, Map<String, PointGate> points) {
    static DeviceGate of(Registry registry, Sender sender, String deviceId) {
        if (!sender.mayName(deviceId)) {
            return forbidden(sender, deviceId);
        }
        Device device = registry.device(deviceId).orElse(null);
        if (device == null) {
            return new DeviceGate(deviceId, RejectReason.UNKNOWN_DEVICE, unknown(registry, deviceId), Map.of());
        }
        if (!sender.maySpeakFor(device)) {
            return forbidden(sender, deviceId);
        }
        Map<String, PointGate> points = new HashMap<>();
        for (Map.Entry<String, Point> e : registry.pointsOfDevice(deviceId).entrySet()) {
            points.put(e.getKey(), new PointGate(e.getValue()));
        }
        return new DeviceGate(deviceId, null, "", points);
    }

    @Nullable
    PointGate point(String key) {
        return points.get(key);
    }

    String unknownKey(String key) {
        return "device \"" + deviceId + "\" has no point with key \"" + key + "\"; its keys: "
                + String.join(", ", points.keySet().stream().sorted().limit(20).toList())
                + "; add the point to the registry or correct the key";
    }

    private static DeviceGate forbidden(Sender sender, String deviceId) {
        return new DeviceGate(
                deviceId,
                RejectReason.FORBIDDEN_DEVICE,
                "sender \"" + sender.name() + "\" may not publish for device \"" + deviceId
                        + "\"; a device publishes for itself, a gateway for the devices that name it in the registry, a"
                        + " broker entry for those it lists",
                Map.of());
    }

    private static String unknown(Registry registry, String deviceId) {
        return registry.gateway(deviceId).isPresent()
                ? "\"" + deviceId + "\" is a gateway and has no points of its own; publish for its devices with"
                        + " v1/gateway/telemetry or greenpark/{device}/telemetry"
                : "device \"" + deviceId + "\" is not in the registry; add it, or correct the id";
    }
}
