/**
 * The way of what waited to be claimed into the log: once the registry has a point for it, it is validated by the rules of the doors,
 * appended, and taken out of the quarantine after the log has it.
 */
@NullMarked
package io.greenpark.ingest.quarantine;

import org.jspecify.annotations.NullMarked;
