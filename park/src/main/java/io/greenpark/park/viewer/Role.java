package io.greenpark.park.viewer;

/** What somebody is to the platform; the API's contract names for every operation whom it is for ({@code x-roles}). */
public enum Role {
    /** Watches a park or the district, and acts on cases. */
    OFFICER,
    /** Reads what officers see. */
    LEADER,
    /** Answers for an enterprise, and sees that one. */
    ENTERPRISE_CONTACT,
    /** Looks after some named enterprises on the ground. */
    GRID_OFFICER,
    /** Runs the plant that some outlets drain to, and sees those. */
    SEWAGE_PLANT_OPERATOR,
    /** An integrator who keeps some named devices running; sees no intensity. */
    MAINTAINER,
    /** Runs the platform. */
    OPERATOR,
    /** Opens and closes accounts and says what they may do; sees no figures. */
    ACCOUNT_ADMINISTRATOR,
    /** Reads all, the audit log too, and changes nothing. */
    AUDITOR
}
