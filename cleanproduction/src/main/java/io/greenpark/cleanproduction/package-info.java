/**
 * Clean production: which enterprises are to audit their production, at which step each is, what is due, and how many of the list are
 * covered. Comes in from people by the API and from the books; goes out as letters and cases of {@code alerts}.
 */
@NullMarked
package io.greenpark.cleanproduction;

import org.jspecify.annotations.NullMarked;
