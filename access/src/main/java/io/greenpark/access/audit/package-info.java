/**
 * The audit log: who did what, from where, to what and why, as a chain of entries in the books in which no change goes unnoticed, and
 * beside it who looked at what. Comes in as drafts from whoever carries out what people and programs ask for; goes out as pages to
 * auditors, and as the head that they note elsewhere.
 */
@NullMarked
package io.greenpark.access.audit;

import org.jspecify.annotations.NullMarked;
