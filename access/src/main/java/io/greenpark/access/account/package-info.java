/**
 * Accounts of people: who they are, what they may do and where, and how they prove that they are it. Answers come from memory, as
 * every request asks; changes are durable before they count.
 */
@NullMarked
package io.greenpark.access.account;

import org.jspecify.annotations.NullMarked;
