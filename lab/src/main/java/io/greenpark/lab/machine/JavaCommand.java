package io.greenpark.lab.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines that start a program of this project with the Java and the class path of this process. */
public final class JavaCommand {

    private static final String GREENPARK = "io.greenpark.deploy.Greenpark";

    private JavaCommand() {}

    /** Greenpark's command line, found by the name of its class: this module does not know the one above it. */
    public static List<String> greenpark(List<String> jvmOptions, List<String> words) {
        return of(jvmOptions, GREENPARK, words);
    }

    /** A class with a main method. */
    public static List<String> of(List<String> jvmOptions, String mainClass, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(words);
        return command;
    }
}
