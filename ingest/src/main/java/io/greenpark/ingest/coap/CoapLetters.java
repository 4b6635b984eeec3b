package io.greenpark.ingest.coap;

import io.greenpark.ingest.admission.Excerpt;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.eclipse.californium.elements.EndpointContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes the dead letters of this door. A sender is named by its DTLS identity once it has proved that, else by what the door
 * knows by itself: an id of the registry, or an address.
 */
final class CoapLetters {
    private static final byte[] NOTHING = {};
    /** {@code /greenpark/{device}/telemetry}. */
    private static final int DEVICE_LEVEL = 1;

    private final RegistrySource registry;
    private final Clock clock;

    CoapLetters(RegistrySource registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** The DTLS identity of a sender; null for plain CoAP. */
    static @Nullable String identity(EndpointContext sender) {
        Principal principal = sender.getPeerIdentity();
        return principal == null ? null : principal.getName();
    }

    static String address(@Nullable InetSocketAddress peer) {
        return peer == null ? "?" : peer.getAddress().getHostAddress();
    }

    /**
     * About a request that is refused as a whole.
     *
     * @param path as far as it is known; empty if it is not
     * @param payload what it carries; null if nothing
     */
    DeadLetter of(
            EndpointContext sender, List<String> path, RejectReason reason, Bilingual why, byte @Nullable [] payload) {
        String identity = identity(sender);
        String device = path.size() > DEVICE_LEVEL ? deviceOrNull(path.get(DEVICE_LEVEL)) : deviceOrNull(identity);
        String name = identity == null ? address(sender.getPeerAddress()) : identity;
        String excerpt = Excerpt.of(payload == null ? NOTHING : payload);
        return new DeadLetter(Door.COAP, name, device, null, reason, why, excerpt, clock.millis(), identity == null);
    }

    /**
     * About a handshake that failed.
     *
     * @param peer whose it was; null if that is not known
     */
    DeadLetter ofHandshake(String identity, @Nullable InetSocketAddress peer, Bilingual why) {
        Registry current = registry.current();
        boolean known = current.device(identity).isPresent()
                || current.gateway(identity).isPresent();
        return new DeadLetter(
                Door.COAP,
                known ? identity : address(peer),
                deviceOrNull(identity),
                null,
                RejectReason.BAD_CREDENTIALS,
                why,
                "",
                clock.millis(),
                true);
    }

    /** The id of a registered device; null if it is none, for no stranger's text may pass for a device. */
    @Nullable
    String deviceOrNull(@Nullable String id) {
        return id != null && registry.current().device(id).isPresent() ? id : null;
    }
}
