/**
 * Who is looking: the person, the role, and the part of the district that is theirs. Comes in with a question; ports that answer
 * people take it and show no more than it may see. Until there are accounts, whoever is signed in sees all.
 */
@NullMarked
package io.greenpark.park.viewer;

import org.jspecify.annotations.NullMarked;
