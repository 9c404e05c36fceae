package dev.smelt.compiler.build;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in words why a file operation failed: the messages of the JDK's exceptions are often only a path. */
public final class Reason {
    private Reason() {}

    /** Such as {@code /out/A.java: permission denied}. */
    public static String of(IOException e) {
        if (!(e instanceof FileSystemException failure)) {
            return String.valueOf(e.getMessage());
        }
        return failure.getFile() + ": " + reason(failure);
    }

    private static String reason(FileSystemException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return "is not a directory";
        }
        String reason = e.getReason();
        return reason != null ? reason : e.getClass().getSimpleName();
    }
}
