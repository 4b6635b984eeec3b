package io.greenpark.ingest.coap;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Settings of the CoAP door, section {@code coap}.
 *
 * @param enabled whether it opens ({@code enabled}, default true)
 * @param host address of plain CoAP, loopback only ({@code host}, default 127.0.0.1)
 * @param port UDP port of plain CoAP ({@code port}, default 5683, 0 for any)
 * @param secureHost address of CoAP over DTLS ({@code secureHost}, default 127.0.0.1)
 * @param securePort UDP port of CoAP over DTLS ({@code securePort}, default 5684, 0 for any)
 * @param connectionIdLength bytes of the DTLS connection id (RFC 9146), by which a device is known after its address has
 *     changed; 0 for none ({@code connectionIdLength}, default 6, range 0..16)
 * @param maxConnections connections of DTLS kept at a time ({@code maxConnections}, default 20000); beside them half as many
 *     may shake hands
 * @param maxMessageBytes the largest payload, put together from blocks ({@code maxMessage}, default 64KB)
 */
public record CoapDoorConfig(
        boolean enabled,
        String host,
        int port,
        String secureHost,
        int securePort,
        int connectionIdLength,
        int maxConnections,
        int maxMessageBytes) {
    private static final int LARGEST = 1 << 20;
    /** Far more ids than connections, so that guessing one of them is no use. */
    private static final int CONNECTION_ID = 6;

    public static CoapDoorConfig from(Settings section, Problems problems) {
        String host = section.text("host", "127.0.0.1");
        if (!loopback(host)) {
            problems.add(
                    section.place("host"),
                    section.fullKey("host"),
                    "\"" + host + "\" is not allowed: plain CoAP knows no credentials and listens on loopback only;"
                            + " let devices use the DTLS door (coap.secureHost)");
        }
        return new CoapDoorConfig(
                section.flag("enabled", true, problems),
                host,
                section.integer("port", 5683, 0, 65_535, problems),
                section.text("secureHost", "127.0.0.1"),
                section.integer("securePort", 5684, 0, 65_535, problems),
                section.integer("connectionIdLength", CONNECTION_ID, 0, 16, problems),
                section.integer("maxConnections", 20_000, 2, 1_000_000, problems),
                (int) section.bytes("maxMessage", 64 << 10, 1_024, LARGEST, problems));
    }

    /** Handshakes that may be under way at a time. */
    int maxHandshakes() {
        return maxConnections / 2;
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
