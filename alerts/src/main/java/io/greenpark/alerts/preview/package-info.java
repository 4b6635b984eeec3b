/**
 * The wording of messages as people edit it, with what a real case would be told in. Comes in: templates; goes on to the books as a version of the
 * policy, and to nobody as a message.
 */
@NullMarked
package io.greenpark.alerts.preview;

import org.jspecify.annotations.NullMarked;
