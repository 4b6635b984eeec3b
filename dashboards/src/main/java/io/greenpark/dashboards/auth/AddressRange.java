package io.greenpark.dashboards.auth;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An address, or a range of addresses in CIDR form: {@code 10.0.0.0/8}, {@code 2001:db8::/32}.
 *
 * @param network the first bits of it count
 * @param bits how many
 */
record AddressRange(InetAddress network, int bits) {
    private static final String IPV4 = "\\d{1,3}(\\.\\d{1,3}){3}";
    private static final String IPV6 = "[0-9a-fA-F:.]*:[0-9a-fA-F:.]*";

    /** The range that a text names; null if it names none. Host names are none: what they stand for may change. */
    static @Nullable AddressRange parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return null;
        }
        int all = address.getAddress().length * Byte.SIZE;
        String bits = slash < 0 ? Integer.toString(all) : text.substring(slash + 1);
        return bits.matches("\\d{1,3}") && Integer.parseInt(bits) <= all
                ? new AddressRange(address, Integer.parseInt(bits))
                : null;
    }

    /** The address that a text writes out; null if it is none. Nothing is looked up. */
    static @Nullable InetAddress address(String text) {
        if (!text.matches(IPV4) && !text.matches(IPV6)) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** The range of so many bits that an address lies in. */
    static AddressRange around(InetAddress address, int bits) {
        return new AddressRange(address, bits);
    }

    boolean holds(InetAddress address) {
        return Arrays.equals(masked(network), masked(address));
    }

    private byte[] masked(InetAddress address) {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, bits - i * Byte.SIZE));
            bytes[i] &= (byte) (0xFF << (Byte.SIZE - kept));
        }
        return bytes;
    }

    /** The same for all addresses in it. */
    String key() {
        try {
            return InetAddress.getByAddress(masked(network)).getHostAddress() + "/" + bits;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("bytes of an address are no address", e);
        }
    }
}
