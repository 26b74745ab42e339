package org.creditscoring.pipeline.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Directories and files that their owner alone may read: what they hold is about clients. */
public final class Owner {
  private static final String DIRECTORY = "rwx------";
  private static final String FILE = "rw-------";

  private Owner() {}

  /** Makes a directory and its parents; those that are there keep the rights they have. */
  public static void directories(Path directory) throws IOException {
    Files.createDirectories(directory, attributes(DIRECTORY));
  }

  /** Makes a directory of a new name that begins so. */
  static Path directory(Path parent, String prefix) throws IOException {
    return Files.createTempDirectory(parent, prefix, attributes(DIRECTORY));
  }

  /** Makes an empty file in place of one that may be there. */
  public static void file(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, attributes(FILE));
  }

  private static FileAttribute<?>[] attributes(String rights) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
