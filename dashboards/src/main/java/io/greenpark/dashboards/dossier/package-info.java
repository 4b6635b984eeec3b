/**
 * The dossier of a case as a paper. Comes in: the case as the API tells it to whoever asks, so that no dossier says more than the page; goes out: a
 * {@link io.greenpark.paper.Paper}.
 */
@NullMarked
package io.greenpark.dashboards.dossier;

import org.jspecify.annotations.NullMarked;
