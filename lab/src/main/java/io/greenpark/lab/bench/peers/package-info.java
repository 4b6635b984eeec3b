/**
 * Greenpark beside what people otherwise put between devices and InfluxDB: Mosquitto with Node-RED, Apache Camel or Telegraf behind
 * it, with default and with tuned settings (the files in {@code peers/} of the distribution, docs/peers.md). Every row has
 * the same load and an InfluxDB of its own; a ledger of what was acknowledged is compared with what landed there.
 */
@NullMarked
package io.greenpark.lab.bench.peers;

import org.jspecify.annotations.NullMarked;
