/**
 * Who stands in for whom, and until when. Comes in: what people say; goes on to whoever shows somebody what is his to see to.
 */
@NullMarked
package io.greenpark.access.deputy;

import org.jspecify.annotations.NullMarked;
