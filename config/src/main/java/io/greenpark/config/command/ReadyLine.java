package io.greenpark.config.command;

/** What a process prints on its standard output once its doors are open; scripts, benches and tests wait for it. */
public final class ReadyLine {
    /** How the line begins. */
    public static final String START = "Greenpark is ready";

    private ReadyLine() {}

    /** @param url where the console is */
    public static String of(String url) {
        return START + ": " + url;
    }
}
