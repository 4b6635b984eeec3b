package io.greenpark.park.registry;

/** A sender that publishes for the devices naming it; it has credentials of its own. */
public record Gateway(String id, Name name) {}
