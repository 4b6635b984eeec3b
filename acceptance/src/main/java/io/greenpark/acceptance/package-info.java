/**
 * Acceptance of meters and sensors: what the display shows at two times beside what the platform has, nameplate, photo, and two
 * signatures. Comes in from people by the API; what is accepted goes on to the registry as a fact of the device.
 */
@NullMarked
package io.greenpark.acceptance;

import org.jspecify.annotations.NullMarked;
