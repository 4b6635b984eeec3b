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
 * @param waits whether what finds no device or no point is kept until somebody claims it
 */
record DeviceAccess(
        String deviceId,
        @Nullable RejectReason refusal,
        Bilingual detail,
        Map<String, PointValidator> points,
        boolean waits) {
    private static final Bilingual NO_REFUSAL = Bilingual.same("");

    /** @param keeping whether what proved senders send is kept where the registry does not know it */
    static DeviceAccess of(Registry registry, MessageSender sender, String deviceId, boolean keeping) {
        if (!sender.mayName(deviceId)) {
            return forbidden(sender, deviceId);
        }
        Device device = registry.device(deviceId).orElse(null);
        if (device == null) {
            return unknown(registry, deviceId, keeping && sender.kept() != null);
        }
        if (!sender.mayPublishFor(device)) {
            return forbidden(sender, deviceId);
        }
        Map<String, PointValidator> points = new HashMap<>();
        registry.pointsOfDevice(deviceId).forEach((key, point) -> points.put(key, new PointValidator(point)));
        return new DeviceAccess(deviceId, null, NO_REFUSAL, points, keeping && sender.kept() != null);
    }

    @Nullable
    PointValidator point(String key) {
        return points.get(key);
    }

    Bilingual unknownKey(String key) {
        return AdmissionMessages.unknownKey(
                deviceId, key, points.keySet().stream().sorted().limit(20).toList(), waits);
    }

    private static DeviceAccess forbidden(MessageSender sender, String deviceId) {
        return new DeviceAccess(
                deviceId,
                RejectReason.FORBIDDEN_DEVICE,
                AdmissionMessages.forbidden(sender.name(), deviceId),
                Map.of(),
                false);
    }

    /** A gateway cannot be claimed as a device: the two share their names. */
    private static DeviceAccess unknown(Registry registry, String deviceId, boolean keeping) {
        boolean gateway = registry.gateway(deviceId).isPresent();
        Bilingual why = gateway
                ? AdmissionMessages.gatewayHasNoPoints(deviceId)
                : AdmissionMessages.unknownDevice(deviceId, keeping);
        return new DeviceAccess(deviceId, RejectReason.UNKNOWN_DEVICE, why, Map.of(), keeping && !gateway);
    }
}
