/**
 * Objections (异议): what an enterprise holds to be wrong of a figure, limit, target, class or case, decided within a term by somebody who had no part
 * in it. Comes in from people by the API; what is upheld goes on to the verdicts of {@code alerts}, and where a document of the registry
 * was wrong, to the edit that two people make of it.
 */
@NullMarked
package io.greenpark.objection;

import org.jspecify.annotations.NullMarked;
