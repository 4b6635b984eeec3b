/**
 * Back-up, verification and restoring of an installation: its books, log, dead letters, credentials and configuration, as
 * one folder with a manifest. A backup is made beside the running process, from read-only connections; why what it holds
 * fits together is told in {@code docs/decisions/008-backup.md}. A data folder comes in; a backup folder, or a data folder
 * again, goes out.
 */
@NullMarked
package io.greenpark.store.backup;

import org.jspecify.annotations.NullMarked;
