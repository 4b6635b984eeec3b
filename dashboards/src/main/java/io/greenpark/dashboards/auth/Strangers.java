package io.greenpark.dashboards.auth;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * The sign-ins of strangers that are under way, waiting for their delay or for a core to compare the password on. Each address and
 * each IPv6 site has a share, so that one sender with many addresses does not take the place of all others. Any thread may call.
 */
final class Strangers {
    /** In all; more are turned away, so that none waits for ever. */
    static final int MOST = 256;

    static final int MOST_OF_ADDRESS = 4;
    static final int MOST_OF_SITE = 8;

    /** What a provider gives one customer at least. */
    private static final int IPV6_CUSTOMER_BITS = 64;

    /** What it gives one customer at most, as a rule: 65,536 networks of the size above. */
    private static final int IPV6_SITE_BITS = 48;

    private final Map<String, Integer> underWay = new HashMap<>();
    private int all;

    /** What counts as one sender: an IPv4 address, or what a provider gives one customer of IPv6. */
    static String sender(InetAddress address) {
        return key(address, IPV6_CUSTOMER_BITS);
    }

    private static String key(InetAddress address, int bits) {
        return address instanceof Inet6Address
                ? AddressRange.around(address, bits).key()
                : address.getHostAddress();
    }

    /** Takes one in, which is to {@link #leave}; false if there is no room for it now. */
    synchronized boolean enter(InetAddress address) {
        String sender = sender(address);
        String site = key(address, IPV6_SITE_BITS);
        if (all >= MOST
                || underWay.getOrDefault(sender, 0) >= MOST_OF_ADDRESS
                || underWay.getOrDefault(site, 0) >= MOST_OF_SITE) {
            return false;
        }
        all++;
        underWay.merge(sender, 1, Integer::sum);
        if (!site.equals(sender)) {
            underWay.merge(site, 1, Integer::sum);
        }
        return true;
    }

    synchronized void leave(InetAddress address) {
        String sender = sender(address);
        String site = key(address, IPV6_SITE_BITS);
        all--;
        release(sender);
        if (!site.equals(sender)) {
            release(site);
        }
    }

    private void release(String key) {
        underWay.computeIfPresent(key, (k, n) -> n > 1 ? n - 1 : null);
    }
}
