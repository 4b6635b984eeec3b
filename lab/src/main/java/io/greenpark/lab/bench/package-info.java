/**
 * What Greenpark can do on this machine, always beside baselines of the same run and with the same load generator: intake
 * alone, beside a listener that keeps nothing and beside Mosquitto; and the whole way, intake, books and alerts together,
 * beside intake alone; how long a message waits at a given rate and a reading until its case; what a connection costs that
 * says little; how a district comes back that had no uplink for a day. What others put in its place is measured in {@code
 * peers}, and whether a server stays as it is over minutes and hours in {@code soak}. Each server is a process of its own, so
 * that its resident memory can be read.
 */
@NullMarked
package io.greenpark.lab.bench;

import org.jspecify.annotations.NullMarked;
