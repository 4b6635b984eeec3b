package io.greenpark.dashboards.door;

import io.greenpark.config.machine.OpenFiles;

/**
 * The file descriptors of this process. A socket takes one, and so does each file of the stores: where they run out, no
 * device can connect.
 *
 * @param limit how many the process may have open; {@link Long#MAX_VALUE} where there is no limit
 * @param open how many it has open
 */
record Descriptors(long limit, long open) {
    /** A third of what is free is HTTP's: browsers come and go, devices must always find room. */
    private static final int SHARE = 3;

    /** Of that, a third is for connections that are being closed and still hold one. */
    private static final int CLOSING_SHARE = 3;

    private static final int FEWEST = 8;
    private static final int FEWEST_CLOSING = 16;
    private static final int MOST_CLOSING = 1_024;

    /** As they are now. */
    static Descriptors now() {
        OpenFiles files = OpenFiles.now();
        return new Descriptors(files.limit(), files.open());
    }

    /** How many connections HTTP may have, where {@code wanted} are asked for. */
    int connections(int wanted) {
        return (int) Math.min(wanted, Math.max(FEWEST, share() - closing()));
    }

    /** How many may be in closing beside them. */
    int closing() {
        return (int) Math.max(FEWEST_CLOSING, Math.min(MOST_CLOSING, share() / CLOSING_SHARE));
    }

    private long share() {
        return new OpenFiles(limit, open).free() / SHARE;
    }
}
