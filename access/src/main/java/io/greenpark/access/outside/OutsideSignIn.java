package io.greenpark.access.outside;

import io.greenpark.park.text.Bilingual;
import java.net.URI;

/**
 * A way to sign in at somebody else's page. A browser is sent there by {@link #leave}, comes back to {@code back} with a code, and
 * {@link #arrive} tells whom the code is of. Calls ask the other side and block; any thread may call.
 */
public interface OutsideSignIn {
    /** What stands on the button. */
    Bilingual label();

    /**
     * Where to send a browser.
     *
     * @param back where it is to come back to; the other side knows that address
     * @throws OutsideProblem if the other side does not answer
     */
    URI leave(Journey journey, URI back);

    /**
     * Whom a code is of that a browser came back with.
     *
     * @param journey the one that it left with; whether its state came back is the caller's to check
     * @throws OutsideProblem if the other side does not answer, or what it says is not to be believed
     */
    Proof arrive(Journey journey, URI back, String code);
}
