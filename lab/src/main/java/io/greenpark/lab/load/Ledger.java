package io.greenpark.lab.load;

/** Receives every acknowledged message, on the generator's thread; must return at once. */
@FunctionalInterface
public interface Ledger {
    /** Keeps nothing. */
    Ledger NONE = (client, sequence) -> {};

    /**
     * A message was acknowledged.
     *
     * @param client index in {@link LoadOptions#clients}
     * @param sequence its number on that connection, from 0
     */
    void acknowledged(int client, long sequence);

    /**
     * The same with how long it took; what keeps times takes this one.
     *
     * @param nanos from when it was sent or, with a schedule, due
     */
    default void acknowledged(int client, long sequence, long nanos) {
        acknowledged(client, sequence);
    }
}
