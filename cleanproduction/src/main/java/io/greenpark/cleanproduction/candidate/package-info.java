/**
 * Who could be put on the mandatory register by what the books say, with the figures behind; of officers only. Comes in from accounts and
 * cases; a person proposes.
 */
@NullMarked
package io.greenpark.cleanproduction.candidate;

import org.jspecify.annotations.NullMarked;
