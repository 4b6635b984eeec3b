package io.greenpark.lab.bench.peers;

/** How readings come. */
public enum PeersLoad {
    /** As fast as they are acknowledged. */
    FAST("as fast as they are acknowledged"),
    /** By a schedule. */
    PACED("by a schedule"),
    /** By a schedule, and in the middle what takes them to InfluxDB is killed and started again. */
    KILLED("by a schedule; in the middle bridge or Greenpark is killed (-9) and started again");

    private final String title;

    PeersLoad(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
