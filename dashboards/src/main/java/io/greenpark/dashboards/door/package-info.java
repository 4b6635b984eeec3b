/**
 * What stands before the HTTP server: how many connections there may be, how long one may take for a request, and what of a
 * request's head is checked in bytes. The port has event loops and a share of the process's descriptors of its own, so that
 * nothing that happens here reaches the devices' doors. {@code dashboards.console} answers what passes.
 */
@NullMarked
package io.greenpark.dashboards.door;

import org.jspecify.annotations.NullMarked;
