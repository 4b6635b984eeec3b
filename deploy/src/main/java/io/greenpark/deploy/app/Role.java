package io.greenpark.deploy.app;

/** A part of the work that a process may do alone; by default one process does all of it. */
public enum Role {
    /** The doors and the log. */
    INGEST,
    /** The books and the InfluxDB writer. */
    ACCOUNTING,
    /** Rules, cases, notices. */
    ALERTS,
    /** Console and API. */
    DASHBOARDS
}
