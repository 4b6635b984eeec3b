/**
 * Servers of tests: a program of this machine or, with {@code -Dgreenpark.servers=containers}, a container of the image
 * that {@code compose.yaml} names. What a server is asked for is said once, by the fixture of its kind; how it is run,
 * taken away and brought back, here.
 */
package io.greenpark.park.server;
