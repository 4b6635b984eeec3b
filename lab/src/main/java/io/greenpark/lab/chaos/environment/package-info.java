/**
 * What surrounds a server under faults: its process, the servers beside it, the network between them, its disk and clock,
 * the park that sends and the receivers of notices. Nothing here looks into the server.
 */
@NullMarked
package io.greenpark.lab.chaos.environment;

import org.jspecify.annotations.NullMarked;
