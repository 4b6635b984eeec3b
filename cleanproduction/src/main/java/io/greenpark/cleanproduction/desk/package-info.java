/**
 * Clean production in the books: lists, rounds, terms, owners, orders and proposals, and the steps that people take. Comes in from the API.
 */
@NullMarked
package io.greenpark.cleanproduction.desk;

import org.jspecify.annotations.NullMarked;
