package io.greenpark.ingest.coap;

/**
 * Who sent a request.
 *
 * @param name the DTLS identity; for a program on this machine the device it publishes for if that is registered, else its
 *     address
 * @param proved whether DTLS has proved it
 */
record CoapSender(String name, boolean proved) {}
