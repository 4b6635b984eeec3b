/**
 * Authentication: a session cookie for people, a bearer token for scripts. Requests pass here before any handler of the
 * API; the name of the caller goes on with them to {@code dashboards.api}, which notes it in the steps of cases. Sessions
 * are signed cookies, so a restart signs no one out.
 */
@NullMarked
package io.greenpark.dashboards.auth;

import org.jspecify.annotations.NullMarked;
