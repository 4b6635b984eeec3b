/**
 * Who may do what: accounts of people and programs with their roles and scopes, and the log of who did it. Comes in with every
 * question that the console and the API are asked.
 */
@NullMarked
package io.greenpark.access;

import org.jspecify.annotations.NullMarked;
