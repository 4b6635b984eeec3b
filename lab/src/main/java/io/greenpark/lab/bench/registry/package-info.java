/**
 * What an edit of one document in a large registry costs those that follow it: a registry made up in memory, edited one
 * document at a time, and the accounts and rules that look at each edit over books with some years of figures.
 */
@NullMarked
package io.greenpark.lab.bench.registry;

import org.jspecify.annotations.NullMarked;
