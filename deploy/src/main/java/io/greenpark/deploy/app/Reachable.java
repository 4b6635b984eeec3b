package io.greenpark.deploy.app;

/** The host by which a client on the same machine reaches a server. */
public final class Reachable {
    private Reachable() {}

    /** A server that listens on all addresses is reached on loopback. */
    public static String host(String listening) {
        return listening.equals("0.0.0.0") || listening.equals("::") ? "127.0.0.1" : listening;
    }
}
