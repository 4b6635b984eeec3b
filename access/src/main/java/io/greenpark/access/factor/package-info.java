/**
 * Second factors of people's sign-ins: codes of an app, and recovery codes for who has lost it. Comes in after the password was
 * right; the secrets are encrypted in the books and never leave this package once they are in use.
 */
@NullMarked
package io.greenpark.access.factor;

import org.jspecify.annotations.NullMarked;
