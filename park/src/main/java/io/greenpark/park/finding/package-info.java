/**
 * What the arithmetic notices about a point's readings and a person should look at. {@link
 * io.greenpark.park.finding.FindingKind} names the kinds; the accounts keep what is found, the console and the API show it.
 */
@NullMarked
package io.greenpark.park.finding;

import org.jspecify.annotations.NullMarked;
