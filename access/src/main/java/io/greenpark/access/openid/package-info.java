/**
 * Signing in by OpenID Connect: a browser is sent to the provider, and comes back with a code that the provider tells its person for, in a
 * token that it has signed.
 */
@NullMarked
package io.greenpark.access.openid;

import org.jspecify.annotations.NullMarked;
