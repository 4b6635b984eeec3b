package io.greenpark.ingest.admission;

import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one registry says about one sender and one device.
 *
 * @param refusal why nothing is taken for this device from this sender; null if it may publish
 * @param detail the sentence of the refusal; empty if nothing is refused
 */
record DeviceAccess(
        String deviceId, @Nullable RejectReason refusal, Bilingual detail, Map<String, PointValidator> points) {
    private static final Bilingual NO_REFUSAL = Bilingual.same("");

    static DeviceAccess of(Registry registry, MessageSender sender, String deviceId) {
        if (!sender.mayName(deviceId)) {
            return forbidden(sender, deviceId);
        }
        Device device = registry.device(deviceId).orElse(null);
        if (device == null) {
            return new DeviceAccess(deviceId, RejectReason.UNKNOWN_DEVICE, unknown(registry, deviceId), Map.of());
        }
        if (!sender.mayPublishFor(device)) {
            return forbidden(sender, deviceId);
        }
        Map<String, PointValidator> points = new HashMap<>();
        registry.pointsOfDevice(deviceId).forEach((key, point) -> points.put(key, new PointValidator(point)));
        return new DeviceAccess(deviceId, null, NO_REFUSAL, points);
    }

    @Nullable
    PointValidator point(String key) {
        return points.get(key);
    }

    Bilingual unknownKey(String key) {
        return AdmissionMessages.unknownKey(
                deviceId, key, points.keySet().stream().sorted().limit(20).toList());
    }

    private static DeviceAccess forbidden(MessageSender sender, String deviceId) {
        return new DeviceAccess(
                deviceId,
                RejectReason.FORBIDDEN_DEVICE,
                AdmissionMessages.forbidden(sender.name(), deviceId),
                Map.of());
    }

    private static Bilingual unknown(Registry registry, String deviceId) {
        return registry.gateway(deviceId).isPresent()
                ? AdmissionMessages.gatewayHasNoPoints(deviceId)
                : AdmissionMessages.unknownDevice(deviceId);
    }
}
