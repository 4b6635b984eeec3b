/**
 * News for pages that are open: which kinds of things changed and of whom, never what. A look-out compares what there is with what
 * there was, while anybody listens; listeners are streams of server-sent events, bounded in number and in what waits for each.
 */
@NullMarked
package io.greenpark.dashboards.event;

import org.jspecify.annotations.NullMarked;
