package io.greenpark.operations.status;

/** What has come in at the HTTP port of this process. */
public record HttpTraffic(Connections connections, SignIns signIns) {
    /** Of a process that has no such port. */
    public static HttpTraffic none() {
        return new HttpTraffic(new Connections(0, 0, 0, 0, 0, 0, false), new SignIns(0, 0, 0));
    }

    /**
     * Its connections; the counts are since the start.
     *
     * @param most how many there may be
     * @param wanted how many the settings allow; more than {@code most} where the process may not open as many descriptors
     * @param evicted closed for newer ones while they waited for a client
     * @param late closed since a client took too long
     * @param refused closed at once since there was no room
     * @param crowded whether the limit bound within the last minute
     */
    public record Connections(int open, int most, int wanted, long evicted, long late, long refused, boolean crowded) {}

    /**
     * Sign-ins since the start.
     *
     * @param accepted with the right password
     * @param rejected with a wrong one, or for an account that there is not
     * @param throttled not looked at, after too many failed ones
     */
    public record SignIns(long accepted, long rejected, long throttled) {}
}
