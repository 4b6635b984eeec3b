package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;

/** A sender that publishes for the devices naming it; it has credentials of its own. */
public record Gateway(String id, Bilingual name) {}
