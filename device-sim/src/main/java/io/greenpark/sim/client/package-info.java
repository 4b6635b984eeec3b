/**
 * Connections of devices: real Paho and Californium clients that send a message until the door has acknowledged it, over
 * lost connections and restarted servers. Messages come from {@link io.greenpark.sim.replay} and
 * {@link io.greenpark.sim.simulate}; secrets from the file the server writes at its first start.
 */
@NullMarked
package io.greenpark.sim.client;

import org.jspecify.annotations.NullMarked;
