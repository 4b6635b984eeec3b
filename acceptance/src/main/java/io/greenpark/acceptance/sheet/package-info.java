/**
 * An acceptance sheet and what stands against its next step. Comes in from people; what two of them have signed goes on to the desk.
 */
@NullMarked
package io.greenpark.acceptance.sheet;

import org.jspecify.annotations.NullMarked;
