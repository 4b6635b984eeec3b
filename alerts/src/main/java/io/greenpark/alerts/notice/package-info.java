/**
 * Who is told of what, and when (推送规则), as pure functions of a plan that the bureau edits, of what is known of a case and of the time. Comes in:
 * a case and since when it is so; goes on to the outbox, which writes what follows, and to the escalations, which look again later.
 */
@NullMarked
package io.greenpark.alerts.notice;

import org.jspecify.annotations.NullMarked;
