package io.greenpark.store.document;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread at a time work on an upload, on a content, or begin one for an account: a sender that gives up on a slow answer sends the same again meanwhile,
 * and two may send the same file.
 */
final class KeyedLocks {
    private static final int LOCKS = 64;

    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    KeyedLocks() {
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /** The lock of a key. Keys share locks, so who holds one must not ask for that of another key. */
    Lock of(String key) {
        return locks[Math.floorMod(key.hashCode(), LOCKS)];
    }
}
