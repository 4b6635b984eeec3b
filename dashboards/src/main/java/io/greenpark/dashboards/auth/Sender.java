package io.greenpark.dashboards.auth;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Whose attempts to sign in are counted together.
 *
 * @param key a browser that has signed in before; else an IPv4 address, or what a provider gives one customer of IPv6
 * @param site the network around it, which may have many such addresses
 * @param known whether it is such a browser
 */
record Sender(String key, String site, boolean known) {
    /** What a provider gives one customer at least. */
    private static final int IPV6_CUSTOMER_BITS = 64;

    /** What it gives one customer at most, as a rule: 65,536 networks of the size above. */
    private static final int IPV6_SITE_BITS = 48;

    /** @param device id of a browser that has signed in before; null for others */
    static Sender of(InetAddress address, @Nullable String device) {
        String site = key(address, IPV6_SITE_BITS);
        return device == null
                ? new Sender(key(address, IPV6_CUSTOMER_BITS), site, false)
                : new Sender("browser " + device, site, true);
    }

    private static String key(InetAddress address, int bits) {
        return address instanceof Inet6Address
                ? AddressRange.around(address, bits).key()
                : address.getHostAddress();
    }

    /** Whether others of its site have keys of their own. */
    boolean sharesSite() {
        return !known && !site.equals(key);
    }
}
