/** Which changes of the registry a second person reviews, and the requests that wait for one. */
@NullMarked
package io.greenpark.registry.review;

import org.jspecify.annotations.NullMarked;
