package io.greenpark.dashboards.source;

import io.greenpark.park.registry.RegistryEdits;
import io.greenpark.park.registry.RegistryFiles;
import io.greenpark.park.registry.RegistryHistory;

/**
 * The registry's documents.
 *
 * @param history how they came to be
 * @param edits how people and programs change them
 * @param files how the files stand from which they come, too
 */
public record RegistryDocuments(RegistryHistory history, RegistryEdits edits, RegistryFiles files) {}
