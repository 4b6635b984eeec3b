package io.greenpark.alerts.cases;

/** A case is another one's by now than when it was decided to whom it goes. */
public final class OwnerChangedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String caseId;

    OwnerChangedException(String caseId) {
        super("case \"" + caseId + "\" is another one's by now; look at it again");
        this.caseId = caseId;
    }

    /** Which case. */
    public String caseId() {
        return caseId;
    }
}
