/**
 * Back-up, verification and restoring of an installation: its books, log, documents, dead letters, credentials and configuration, as
 * one folder with a manifest. A backup is made beside the running process, from read-only connections; why its parts
 * are consistent is explained in {@code docs/decisions/008-backup.md}. In: a data folder; out: a backup folder, or a data
 * folder again.
 */
@NullMarked
package io.greenpark.store.backup;

import org.jspecify.annotations.NullMarked;
