package io.greenpark.lab.bench;

/**
 * What was seen while commits stood still.
 *
 * @param residentBefore at its beginning
 * @param resident the most during it
 * @param inFlight the most during it
 * @param kept messages that were durable then
 * @param acknowledged messages acknowledged until its end; more than were durable would be false
 */
record StallFigures(long residentBefore, long resident, long inFlight, long kept, long acknowledged) {}
