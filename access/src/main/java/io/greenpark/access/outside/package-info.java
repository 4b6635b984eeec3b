/**
 * Signing in at somebody else's page: whoever comes back has proved there who he is. What comes in is a proof; whose account that is
 * is decided here, where accounts are made.
 */
@NullMarked
package io.greenpark.access.outside;

import org.jspecify.annotations.NullMarked;
