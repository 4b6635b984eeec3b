package io.greenpark.dashboards.source;

import io.greenpark.park.registry.RegistryEdits;
import io.greenpark.park.registry.RegistryFiles;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Reviews;

/**
 * The registry's documents.
 *
 * @param history how they came to be
 * @param edits how people and programs change them
 * @param reviews what of that a second person reviews
 * @param files how the files stand from which they come, too
 * @param whole what they say now of the whole district
 */
public record RegistryDocuments(
        RegistryHistory history, RegistryEdits edits, Reviews reviews, RegistryFiles files, RegistrySource whole) {}
