/**
 * Credentials: secrets made at first start into files of mode 0600, salted hashes in the books database, which count for every process.
 */
@NullMarked
package io.greenpark.registry.credential;

import org.jspecify.annotations.NullMarked;
