package io.greenpark.config.machine;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The file descriptors of this process. A socket takes one, and so does each file of the stores: where they run out, nothing
 * goes on.
 *
 * @param limit how many the process may have open; {@link Long#MAX_VALUE} where there is no limit
 * @param open how many it has open
 */
public record OpenFiles(long limit, long open) {
    /** As they are now. */
    public static OpenFiles now() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                        && unix.getMaxFileDescriptorCount() > 0
                ? new OpenFiles(unix.getMaxFileDescriptorCount(), unix.getOpenFileDescriptorCount())
                : new OpenFiles(Long.MAX_VALUE, 0);
    }

    /** How many more it may open. */
    public long free() {
        return Math.max(0, limit - open);
    }
}
