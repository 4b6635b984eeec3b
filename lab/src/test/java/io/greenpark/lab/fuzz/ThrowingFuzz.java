package io.greenpark.lab.fuzz;

/** A target that throws at what a fuzzer finds only by looking at the code. */
public final class ThrowingFuzz {
    private static final byte[] PLANTED = {'p', 'a', 'r', 'k'};

    private ThrowingFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        int same = 0;
        while (same < PLANTED.length && input.length > same && input[same] == PLANTED[same]) {
            same++;
        }
        if (same == PLANTED.length) {
            throw new IllegalStateException("as planted");
        }
    }
}
