/**
 * Mails that come back later: the mailbox that they come back to, what a report in it says, and what follows for the address. Comes in: mails
 * of that mailbox; goes on to {@code alerts.contact}, as what a mail server refuses at once does.
 */
@NullMarked
package io.greenpark.alerts.bounce;

import org.jspecify.annotations.NullMarked;
