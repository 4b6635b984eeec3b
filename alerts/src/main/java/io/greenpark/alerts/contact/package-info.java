/**
 * Whether the people who are to be told can be: contacts are asked whether they are still right, and addresses that do not work are known. Comes
 * in: the registry's contacts, what came of deliveries, what people say; goes on to the outbox as letters, to the console, and to the rule of
 * those whom nobody can be told of.
 */
@NullMarked
package io.greenpark.alerts.contact;

import org.jspecify.annotations.NullMarked;
