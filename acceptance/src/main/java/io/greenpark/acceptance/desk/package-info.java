/**
 * The sheets in the books: filled in, signed by two, given back, and accepted, by which the device counts in the registry. Comes in from
 * the API; what the platform has of a time is found here.
 */
@NullMarked
package io.greenpark.acceptance.desk;

import org.jspecify.annotations.NullMarked;
