/** What the clean-production audit of an enterprise is made of, in words that cases, letters and pages share. */
@NullMarked
package io.greenpark.park.cleanproduction;

import org.jspecify.annotations.NullMarked;
