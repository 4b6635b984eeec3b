package io.greenpark.ingest.admission;

import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Words;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one registry says about one sender and one device.
 *
 * @param refusal why nothing is taken for this device from this sender; null if it may publish
 * @param detail the sentence of the refusal; without meaning where nothing is refused
 */
record DeviceGate(String deviceId, @Nullable RejectReason refusal, Words detail, Map<String, PointGate> points) {
    private static final Words NOTHING = Words.same("");

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
        return new DeviceGate(deviceId, null, NOTHING, points);
    }

    @Nullable
    PointGate point(String key) {
        return points.get(key);
    }

    Words unknownKey(String key) {
        return AdmissionWords.unknownKey(
                deviceId, key, points.keySet().stream().sorted().limit(20).toList());
    }

    private static DeviceGate forbidden(Sender sender, String deviceId) {
        return new DeviceGate(
                deviceId, RejectReason.FORBIDDEN_DEVICE, AdmissionWords.forbidden(sender.name(), deviceId), Map.of());
    }

    private static Words unknown(Registry registry, String deviceId) {
        return registry.gateway(deviceId).isPresent()
                ? AdmissionWords.gatewayHasNoPoints(deviceId)
                : AdmissionWords.unknownDevice(deviceId);
    }
}
