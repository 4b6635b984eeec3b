package io.greenpark.park.registry;

import io.greenpark.park.time.ParkTime;

/** An industrial park. All its statistics follow its zone. */
public record Park(String id, Name name, ParkTime time) {}
