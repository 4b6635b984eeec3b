package io.greenpark.config.command;

/**
 * A command that {@code greenpark} offers when its jar is on the class path: a class with picocli's annotations, named in
 * {@code META-INF/services}. What an installation runs on is wired by name; this is for what it runs without.
 */
public interface Subcommand {}
