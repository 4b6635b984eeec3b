package io.greenpark.dashboards.auth;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The reverse proxies that may say for whom they ask. From anyone else the header counts for nothing, and so does the header
 * that the proxies do not write: they may pass on what a client put into it.
 *
 * @param ranges their addresses ({@code proxies}, none by default)
 * @param header the header they write ({@code proxyHeader}, default x-forwarded-for)
 */
public record Proxies(List<AddressRange> ranges, Header header) {
    /** Where a proxy names the client. */
    public enum Header {
        /** As most proxies do, the address alone. */
        X_FORWARDED_FOR,
        /** RFC 7239: {@code for="[2001:db8::1]:4711";proto=https}. */
        FORWARDED
    }

    private static final Pattern NODE = Pattern.compile("\"?(?:\\[([^\\]]*)]|([^:\"]*))(?::\\d{1,5})?\"?");
    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*(\"[^\"]*\"|[^;]*)");

    public Proxies {
        ranges = List.copyOf(ranges);
    }

    /** No proxies: every client asks by itself. */
    public static Proxies none() {
        return new Proxies(List.of(), Header.X_FORWARDED_FOR);
    }

    /** Reads them from the section {@code http}; every fault goes to {@code problems}. */
    public static Proxies from(Settings section, Problems problems) {
        List<AddressRange> ranges = new ArrayList<>();
        for (String text : section.texts("proxies")) {
            AddressRange range = AddressRange.parse(text);
            if (range == null) {
                problems.add(
                        section.place("proxies"),
                        section.fullKey("proxies"),
                        "\"" + text
                                + "\" is not allowed; accepted: addresses and ranges of addresses of reverse proxies,"
                                + " e.g. 10.0.0.5, 10.0.0.0/24 or 2001:db8::/64");
            } else {
                ranges.add(range);
            }
        }
        return new Proxies(ranges, section.choice("proxyHeader", Header.X_FORWARDED_FOR, Header.class, problems));
    }

    /** Whether this is the address of one. */
    public boolean has(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.holds(address));
    }

    /** The address of who asks: of the connection, or what the nearest proxy that is named says of it. */
    InetAddress client(HttpServerRequest request) {
        InetAddress peer = Objects.requireNonNull(
                AddressRange.address(withoutScope(request.remoteAddress().hostAddress())));
        return client(peer, request.headers().getAll(name()));
    }

    private static String withoutScope(String address) {
        int scope = address.indexOf('%');
        return scope < 0 ? address : address.substring(0, scope);
    }

    private String name() {
        return header == Header.FORWARDED ? "Forwarded" : "X-Forwarded-For";
    }

    /** Read from its end: what stands there was written by the proxy that is nearest, and so on while they are named ones. */
    InetAddress client(InetAddress peer, List<String> lines) {
        List<String> hops = new ArrayList<>();
        lines.forEach(line -> Collections.addAll(hops, line.split(",", -1)));
        InetAddress client = peer;
        for (int i = hops.size() - 1; i >= 0 && has(client); i--) {
            InetAddress hop = hop(hops.get(i));
            if (hop == null) {
                break;
            }
            client = hop;
        }
        return client;
    }

    private @Nullable InetAddress hop(String text) {
        String node = text.strip();
        if (header == Header.FORWARDED) {
            Matcher named = FOR.matcher(node);
            if (!named.find()) {
                return null;
            }
            node = named.group(1).strip();
        }
        // An IPv6 address stands bare in X-Forwarded-For.
        InetAddress bare = AddressRange.address(node);
        if (bare != null) {
            return bare;
        }
        Matcher parts = NODE.matcher(node);
        return parts.matches() ? AddressRange.address(parts.group(1) == null ? parts.group(2) : parts.group(1)) : null;
    }
}
