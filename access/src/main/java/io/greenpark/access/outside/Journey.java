package io.greenpark.access.outside;

/**
 * What holds the way there and the way back together, of one browser and once.
 *
 * @param state comes back with the browser
 * @param nonce comes back in what the other side has signed
 * @param verifier shows that who brings the code is who asked for it (RFC 7636)
 */
public record Journey(String state, String nonce, String verifier) {
    /** Names nothing to attack. */
    @Override
    public String toString() {
        return "journey";
    }
}
