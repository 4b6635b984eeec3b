package io.greenpark.lab.fuzz;

/** A target that throws at one of many inputs, by which the test knows that a throw would be told. */
public final class ThrowingFuzz {
    private ThrowingFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0 && input[0] == 'p') {
            throw new IllegalStateException("as planted");
        }
    }
}
