package io.greenpark.lab.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** How many files and sockets a process may have open: a server at the limit refuses connections. */
public final class FileLimit {
    /** Libraries, stores, event loops and the console's connections. */
    private static final long BESIDE_CONNECTIONS = 500;

    private FileLimit() {}

    /** The limit of this process, which its children inherit; {@link Long#MAX_VALUE} where it is not reported. */
    public static long ofThisProcess() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    /** Why so many connections cannot be, and what to do; null if they can. */
    public static @Nullable String problem(int connections, long limit) {
        return problem("--connections \"" + connections + "\"", connections, limit);
    }

    /** @param subject what asks for the connections, as given */
    static @Nullable String problem(String subject, int connections, long limit) {
        long needed = connections + BESIDE_CONNECTIONS;
        if (limit >= needed) {
            return null;
        }
        return subject + ": a process may have " + limit
                + " files and sockets open here (ulimit -n), and " + needed + " are needed; accepted are up to "
                + Math.max(0, limit - BESIDE_CONNECTIONS) + " connections. Raise the limit in this shell: ulimit -n "
                + needed
                + "; where that is not permitted, LimitNOFILE= of the service or /etc/security/limits.conf";
    }
}
