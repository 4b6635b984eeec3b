/**
 * The HTTP server of the console: settings, the files of the front end, the security headers, and the API mounted below
 * {@code /api/v1}. Requests come in here and go on to {@code dashboards.api}.
 */
@NullMarked
package io.greenpark.dashboards.console;

import org.jspecify.annotations.NullMarked;
