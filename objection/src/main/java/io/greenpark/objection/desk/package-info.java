/**
 * Objections in the books: filed, withdrawn, decided by somebody who was not involved, and found by what they are about. What an upheld one
 * does is done here, in the transaction of the decision.
 */
@NullMarked
package io.greenpark.objection.desk;

import org.jspecify.annotations.NullMarked;
