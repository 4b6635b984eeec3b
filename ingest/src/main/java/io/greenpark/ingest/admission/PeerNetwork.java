package io.greenpark.ingest.admission;

import java.util.Arrays;

/** What counts as one address: of IPv6 a network of 64 bits, which is what one customer has. */
public final class PeerNetwork {
    private PeerNetwork() {}

    /** Of an address as Java writes it, with no group left out. */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String[] groups = address.split(":", -1);
        int kept = Math.min(4, groups.length);
        return String.join(":", Arrays.copyOf(groups, kept));
    }
}
