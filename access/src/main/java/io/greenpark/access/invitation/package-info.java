/**
 * Invitations: a link by mail with which a person chooses the password of his account. Comes in from administrators of accounts; goes out
 * once, and counts once.
 */
@NullMarked
package io.greenpark.access.invitation;

import org.jspecify.annotations.NullMarked;
