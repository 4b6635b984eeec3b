/**
 * Who is asking: a session cookie for people, a bearer token for scripts. Requests come in before any handler of the
 * API; what is let through carries the name of the caller on to {@code dashboards.api}, which notes it in the steps of
 * cases. Sessions are signed cookies, so nobody is signed out by a restart.
 */
@NullMarked
package io.greenpark.dashboards.auth;

import org.jspecify.annotations.NullMarked;
