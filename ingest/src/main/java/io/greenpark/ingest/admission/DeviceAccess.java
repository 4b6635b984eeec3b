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
 * @param sent the device as the sender names it
 * @param deviceId its id in the registry; as sent where nothing is taken for it
 * @param refusal why nothing is taken for this device from this sender; null if it may publish
 * @param detail the sentence of the refusal; empty if nothing is refused
 * @param waits whether what finds no device or no point is kept until somebody claims it
 */
record DeviceAccess(
        String sent,
        String deviceId,
        @Nullable RejectReason refusal,
        Bilingual detail,
        Map<String, PointValidator> points,
        boolean waits) {
    private static final Bilingual NO_REFUSAL = Bilingual.same("");

    /**
     * The device that a sender means: the one of that id, else its own that it sends under that name.
     *
     * @param sent the device as it is named in topic, path or payload
     * @param keeping whether what proved senders send is kept where the registry does not know it
     */
    static DeviceAccess of(Registry registry, MessageSender sender, String sent, boolean keeping) {
        boolean named = sender.mayName(sent);
        Device device = named ? registry.device(sent).orElse(null) : null;
        if (device != null && sender.mayPublishFor(device)) {
            return allowed(registry, sender, sent, device, keeping);
        }
        Device own = sender.sentAs(registry, sent);
        if (own != null) {
            return allowed(registry, sender, sent, own, keeping);
        }
        return named && device == null
                ? unknown(registry, sent, keeping && sender.kept() != null)
                : forbidden(sender, sent);
    }

    private static DeviceAccess allowed(
            Registry registry, MessageSender sender, String sent, Device device, boolean keeping) {
        Map<String, PointValidator> points = new HashMap<>();
        registry.pointsOfDevice(device.id()).forEach((key, point) -> points.put(key, new PointValidator(point)));
        return new DeviceAccess(sent, device.id(), null, NO_REFUSAL, points, keeping && sender.kept() != null);
    }

    @Nullable
    PointValidator point(String key) {
        return points.get(key);
    }

    Bilingual unknownKey(String key) {
        return AdmissionMessages.unknownKey(
                deviceId, sent, key, points.keySet().stream().sorted().limit(20).toList(), waits);
    }

    private static DeviceAccess forbidden(MessageSender sender, String deviceId) {
        return new DeviceAccess(
                deviceId,
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
        return new DeviceAccess(deviceId, deviceId, RejectReason.UNKNOWN_DEVICE, why, Map.of(), keeping && !gateway);
    }
}
