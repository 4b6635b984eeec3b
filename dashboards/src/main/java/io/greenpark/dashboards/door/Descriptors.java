package io.greenpark.dashboards.door;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The file descriptors of this process. A socket takes one, and so does each file of the stores: where they run out, no
 * device can connect.
 *
 * @param limit how many the process may have open; {@link Long#MAX_VALUE} where there is no limit
 * @param open how many it has open
 */
record Descriptors(long limit, long open) {
    /** The share of what is free that HTTP may take: browsers come and go, devices must always find room. */
    private static final int SHARE = 4;

    /** Connections that are being closed still hold one; that many may be at a time. */
    static final int CLOSING = 16;

    private static final int FEWEST = 8;

    /** As they are now. */
    static Descriptors now() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                        && unix.getMaxFileDescriptorCount() > 0
                ? new Descriptors(unix.getMaxFileDescriptorCount(), unix.getOpenFileDescriptorCount())
                : new Descriptors(Long.MAX_VALUE, 0);
    }

    /** How many connections HTTP may have, where {@code wanted} are asked for. */
    int connections(int wanted) {
        long share = Math.max(0, limit - open) / SHARE - CLOSING;
        return (int) Math.min(wanted, Math.max(FEWEST, share));
    }
}
