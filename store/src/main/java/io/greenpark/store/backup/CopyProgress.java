package io.greenpark.store.backup;

/** Is told how far a long piece of work has come. Called by the working thread; must return at once. */
@FunctionalInterface
public interface CopyProgress {
    /**
     * Some more has been done.
     *
     * @param file what is being worked on, relative to the folder
     * @param bytes how much of it was done since the last call
     */
    void at(String file, long bytes);

    /** Ignores it. */
    static CopyProgress none() {
        return (file, bytes) -> {};
    }
}
