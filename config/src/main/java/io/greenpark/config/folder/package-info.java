/**
 * Folders whose names outlast the loss of power: an fsync of a file does not make its folder's own name durable. Used by
 * everything that keeps files in the data folder.
 */
@NullMarked
package io.greenpark.config.folder;

import org.jspecify.annotations.NullMarked;
