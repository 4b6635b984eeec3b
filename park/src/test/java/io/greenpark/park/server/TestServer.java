package io.greenpark.park.server;

/**
 * A server of a test. It can be taken away and brought back: on the same port, with what it had kept on its disk. Starting
 * returns as soon as it runs; whether it answers yet is for the fixture to ask.
 */
public interface TestServer extends AutoCloseable {
    /** Whether tests are given containers instead of this machine's programs. */
    static boolean inContainers() {
        String servers = System.getProperty("greenpark.servers", "native");
        if (!servers.equals("native") && !servers.equals("containers")) {
            throw new IllegalStateException(
                    "greenpark.servers: \"" + servers + "\" is not allowed; accepted: native, containers");
        }
        return servers.equals("containers");
    }

    /** Starts it on what it has kept. */
    void start();

    /** Asks it to end, and waits until it has. */
    void stop();

    /** Ends it at once, as a crash does. */
    void kill();

    boolean isRunning();

    /** What it has printed, for the words of a failure. */
    String printed();

    /** Ends it and removes what it kept. */
    @Override
    void close();
}
