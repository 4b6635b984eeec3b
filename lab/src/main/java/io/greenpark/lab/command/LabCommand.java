package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import java.io.IOException;
import java.util.concurrent.Callable;

/** A command that starts servers of its own; what fails is reported in one line. */
abstract class LabCommand implements Callable<Integer> {
    private final String name;

    LabCommand(String name) {
        this.name = name;
    }

    @Override
    public final Integer call() throws Exception {
        try {
            return measure();
        } catch (IOException e) {
            throw UserError.failed(name + ": " + e.getMessage());
        }
    }

    /** Does it and prints the result; returns the exit code. */
    abstract int measure() throws Exception;
}
