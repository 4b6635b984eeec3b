package io.greenpark.alerts.link;

/**
 * For whom a link was written.
 *
 * @param ref see {@link CaseLinks#ref}
 * @param caseId the case that it acknowledges
 * @param channel by which it was sent, and {@code target}, to where
 * @param recipient what whoever it was sent to is called
 * @param message id of what that one was sent last of the case
 */
public record CaseLink(String ref, String caseId, String channel, String target, String recipient, String message) {
    /** Without the address. */
    @Override
    public String toString() {
        return "CaseLink[" + caseId + ", " + channel + "]";
    }
}
