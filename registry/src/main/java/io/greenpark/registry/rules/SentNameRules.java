package io.greenpark.registry.rules;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names under which devices are sent that are not their ids. What a gateway calls one device is the name of one device: among those of a
 * gateway, and among those without one, no name is another's name, nor another's id.
 */
public final class SentNameRules {
    /** The longest name, in characters; a longer one is not kept for claiming either. */
    public static final int LONGEST = 200;

    /** What is accepted, in words for messages. */
    public static final Bilingual ALLOWED = new Bilingual(
            "与上报的名称逐字相同：1 至 " + LONGEST + " 个字符，首尾无空格，无控制字符",
            "the name exactly as it is sent: 1 to " + LONGEST
                    + " characters, no space at either end, no control characters");

    private SentNameRules() {}

    /** Whether a device can have it as the name that it is sent under. */
    public static boolean isSentName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.strip().equals(text)
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    /**
     * What is not accepted as a name, and names that mean two devices: that is a fault of the one that changed, or of the later one. Linear
     * in the number of devices.
     *
     * @param before the registry that was changed; null where there is none
     */
    static void check(Registry registry, @Nullable Registry before, Function<Device, FieldFaults> faults) {
        Map<String, Map<String, Device>> taken = new HashMap<>();
        for (Device d : registry.facts().devices()) {
            String name = d.sentAs();
            if (name == null) {
                continue;
            }
            if (!isSentName(name)) {
                faults.apply(d).fault("sentAs", FaultTexts.notAllowed(name, ALLOWED));
            } else if (name.equals(d.id())) {
                faults.apply(d).fault("sentAs", ownId(name));
            } else {
                Device same = taken.computeIfAbsent(Objects.requireNonNullElse(d.gatewayId(), ""), g -> new HashMap<>())
                        .putIfAbsent(name, d);
                if (same != null) {
                    Device at = isAsBefore(d, before) ? same : d;
                    faults.apply(at).fault("sentAs", taken(name, at, at.equals(d) ? same : d));
                }
                ofId(registry, d, name).ifPresent(byId -> idTaken(d, byId, before, faults));
            }
        }
    }

    private static boolean isAsBefore(Device device, @Nullable Registry before) {
        return before != null
                && before.device(device.id()).filter(device::equals).isPresent();
    }

    /** The device of the same gateway that has a name as its id, which counts before any name as sent. */
    private static Optional<Device> ofId(Registry registry, Device device, String name) {
        return registry.device(name).filter(other -> Objects.equals(other.gatewayId(), device.gatewayId()));
    }

    private static void idTaken(
            Device named, Device byId, @Nullable Registry before, Function<Device, FieldFaults> faults) {
        if (isAsBefore(named, before) && !isAsBefore(byId, before)) {
            faults.apply(byId).fault("id", taken(byId.id(), byId, named));
        } else {
            faults.apply(named).fault("sentAs", taken(byId.id(), named, byId));
        }
    }

    private static Bilingual ownId(String name) {
        return new Bilingual(
                "“" + name + "”就是该设备的编号；按编号上报的设备不填写 sentAs",
                "\"" + name + "\" is the device's id; leave sentAs out where a device is sent under its id");
    }

    /** One of another enterprise may be beyond what whoever edits sees, and is not named. */
    private static Bilingual taken(String name, Device device, Device other) {
        boolean told = device.enterpriseId().equals(other.enterpriseId());
        boolean id = name.equals(other.id());
        String gateway = device.gatewayId();
        return new Bilingual(
                "“" + name + "”已是" + (gateway == null ? "无网关的" : "同一网关“" + gateway + "”下") + "另一设备"
                        + (told ? "“" + other.id() + "”" : "") + "的" + (id ? "编号" : "上报名称")
                        + "；一个名称只指一台设备，请改用其他名称，或先从该设备去掉",
                "\"" + name + "\" is already the " + (id ? "id" : "sentAs") + " of another device "
                        + (told ? "\"" + other.id() + "\" " : "")
                        + (gateway == null ? "without a gateway" : "of gateway \"" + gateway + "\"")
                        + "; a name means one device: give another one, or take it from that device first");
    }
}
