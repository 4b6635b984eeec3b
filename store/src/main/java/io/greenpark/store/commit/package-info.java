/**
 * Group commit: batches from any thread wait here for the one writing thread of a file, which takes as many as arrived
 * while its former commit ran. The log and the dead letters are written this way.
 */
@NullMarked
package io.greenpark.store.commit;

import org.jspecify.annotations.NullMarked;
