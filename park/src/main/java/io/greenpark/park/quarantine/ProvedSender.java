package io.greenpark.park.quarantine;

import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.text.CodedText;
import org.jspecify.annotations.Nullable;

/**
 * A sender that has proved who it is.
 *
 * @param name user name of a device or gateway, name of a broker entry
 */
public record ProvedSender(Kind kind, String name) {
    /** The device of the registry that it names by an id or by a name as sent; null where there is none, or only one of others. */
    public @Nullable Device deviceNamed(Registry registry, String sent) {
        Device byId = registry.device(sent).orElse(null);
        return switch (kind) {
            case DEVICE -> byId != null && byId.id().equals(name) ? byId : itself(registry, sent);
            case GATEWAY ->
                byId != null && name.equals(byId.gatewayId())
                        ? byId
                        : registry.deviceSentAs(name, sent).orElse(null);
            case BROKER ->
                byId != null ? byId : registry.deviceSentAs(null, sent).orElse(null);
        };
    }

    private @Nullable Device itself(Registry registry, String sent) {
        return registry.device(name).filter(d -> sent.equals(d.sentAs())).orElse(null);
    }

    /** What a sender is. The code is kept and part of the API. */
    public enum Kind implements CodedText {
        DEVICE("device", "设备", "device"),
        GATEWAY("gateway", "网关", "gateway"),
        BROKER("broker", "消息代理", "broker");

        private final String code;
        private final Bilingual text;

        Kind(String code, String chinese, String english) {
            this.code = code;
            this.text = new Bilingual(chinese, english);
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public Bilingual text() {
            return text;
        }
    }
}
