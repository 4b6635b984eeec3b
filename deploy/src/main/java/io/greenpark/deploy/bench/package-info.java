/**
 * What intake can do on this machine: Greenpark's ingest role alone, beside a listener that keeps nothing and beside
 * Mosquitto, all driven by the same load generator in one run. Each server is a process of its own, so that its resident
 * memory can be told.
 */
@NullMarked
package io.greenpark.deploy.bench;

import org.jspecify.annotations.NullMarked;
