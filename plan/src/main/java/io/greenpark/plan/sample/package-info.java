/**
 * The plan of 2021-2023 as a closed sample. Nothing takes it in by itself.
 */
@NullMarked
package io.greenpark.plan.sample;

import org.jspecify.annotations.NullMarked;
