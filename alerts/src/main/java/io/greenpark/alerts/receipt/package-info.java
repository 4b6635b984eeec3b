/**
 * Taking note of a case (签收) by the link of a message: what the page behind it shows, and what its button does. Comes in: links, from whoever has one;
 * goes on to the desk where people act on cases.
 */
@NullMarked
package io.greenpark.alerts.receipt;

import org.jspecify.annotations.NullMarked;
