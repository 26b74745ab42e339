package org.creditscoring.pipeline.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.creditscoring.pipeline.file.Sha256;

/**
 * Tells one version of some packages from another by their compiled classes: whoever changes how a
 * table is made need not remember to say so, and no table of an older version is ever taken for one
 * of the new.
 */
public final class CodeVersion {
  private CodeVersion() {}

  /**
   * SHA-256 over the classes, names and bytes, that stand in the same package as one of these.
   *
   * @param members one class of each package
   */
  public static String of(Class<?>... members) {
    StringBuilder lines = new StringBuilder();
    for (Class<?> member : members) {
      try {
        lines.append(packageOf(member)).append('\n');
      } catch (IOException | URISyntaxException e) {
        throw new UncheckedIOException(
            new IOException("cannot read the classes beside " + member, e));
      }
    }
    return Sha256.of(lines.toString());
  }

  private static String packageOf(Class<?> member) throws IOException, URISyntaxException {
    String folder = member.getPackageName().replace('.', '/');
    URI home = member.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path place = Path.of(home);
    if (Files.isDirectory(place)) {
      return classes(place.resolve(folder));
    }
    try (FileSystem jar = FileSystems.newFileSystem(place, Map.<String, Object>of())) {
      return classes(jar.getPath(folder));
    }
  }

  private static String classes(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    StringBuilder lines = new StringBuilder();
    for (Path file : files) {
      lines.append(file.getFileName()).append(' ').append(Sha256.of(file)).append('\n');
    }
    return lines.toString();
  }
}
