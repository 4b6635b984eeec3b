package io.greenpark.alerts.cases;

/** How much a case weighs for whoever works through a list of them. */
public enum CaseSeverity {
    /** Something is not as it has to be: a limit exceeded, a target missed, a door shut. */
    BAD,
    /** It may become so, or nothing can be said: near a limit, a device silent. */
    WARNING,
    /** Its rule is on trial: shown, and nobody is notified. */
    TRIAL
}
