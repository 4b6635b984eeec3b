/** Changes of the registry that weigh so much that one person may not make them alone: 经办 asks for them, 复核 decides. */
@NullMarked
package io.greenpark.park.registry.review;

import org.jspecify.annotations.NullMarked;
