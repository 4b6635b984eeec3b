package io.greenpark.dashboards.door;

import io.vertx.core.net.HostAndPort;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client says it has dialed, the field {@code Host} (RFC 9112, section 3.2).
 *
 * @param name a name or an address, IPv6 in brackets
 * @param port null where it is that of the scheme
 */
public record HostField(String name, @Nullable Integer port) {
    /** Longer than any name (RFC 1035, section 3.1), escapes and port included. */
    private static final int LONGEST = 800;

    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})++)(?::([0-9]{1,5}))?");
    private static final int LARGEST_PORT = 65_535;

    /** The host that a text names; null if it names none, also for the server that reads the field after this. */
    public static @Nullable HostField parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        Matcher host = HOST.matcher(text);
        if (!host.matches() || HostAndPort.parseAuthority(text, -1) == null) {
            return null;
        }
        Integer port = host.group(2) == null ? null : Integer.valueOf(host.group(2));
        return port != null && port > LARGEST_PORT ? null : new HostField(host.group(1), port);
    }
}
