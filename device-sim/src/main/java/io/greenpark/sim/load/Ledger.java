package io.greenpark.sim.load;

/** Is told every acknowledged message, on the generator's thread; must return at once. */
@FunctionalInterface
public interface Ledger {
    /** Keeps nothing. */
    Ledger NONE = (sender, sequence) -> {};

    /**
     * A message was acknowledged.
     *
     * @param sender index in {@link LoadOptions#senders}
     * @param sequence its number on that connection, from 0
     */
    void acknowledged(int sender, long sequence);
}
