package io.greenpark.deploy.app;

/** How a client on the same machine reaches what listens on a host. */
public final class Reachable {
    private Reachable() {}

    /** A server that listens on all addresses is reached on loopback. */
    public static String host(String listening) {
        return listening.equals("0.0.0.0") || listening.equals("::") ? "127.0.0.1" : listening;
    }
}
