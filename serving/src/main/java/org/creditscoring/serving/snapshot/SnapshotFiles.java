package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.model.snapshot.Manifest.FileEntry;
import org.creditscoring.model.snapshot.SnapshotLock;

/** Holds the files of a snapshot against its manifest. */
final class SnapshotFiles {
  private static final int BUFFER = 1 << 16;

  private SnapshotFiles() {}

  /**
   * The manifest of a snapshot whose listed files are all there with the listed sizes, and which
   * holds no other file: what is not listed is never held against its hash.
   *
   * @throws RefusedSnapshotException saying which file is not
   */
  static Manifest check(Path snapshot) {
    Path file = snapshot.resolve(Layout.MANIFEST);
    Manifest manifest = read(snapshot, file);
    if (!manifest.snapshotId().equals(snapshot.getFileName().toString())) {
      throw new RefusedSnapshotException(
          file + " is of snapshot " + manifest.snapshotId() + ", not of its own directory");
    }
    for (FileEntry entry : manifest.files()) {
      checkSize(snapshot, entry);
    }
    Set<String> listed =
        manifest.files().stream().map(FileEntry::path).collect(Collectors.toUnmodifiableSet());
    for (String path : present(snapshot)) {
      requireListed(file, path, listed);
    }
    for (String path : required(manifest)) {
      requireListed(file, path, listed);
    }
    return manifest;
  }

  /**
   * Reads every listed file whole.
   *
   * @throws RefusedSnapshotException naming the first whose SHA-256 is not the listed one
   */
  static void checkHashes(Path snapshot, Manifest manifest) {
    for (FileEntry entry : manifest.files()) {
      Path file = snapshot.resolve(entry.path());
      String sha256 = sha256(file);
      if (!sha256.equals(entry.sha256())) {
        throw RefusedSnapshotException.altered(
            "%s is not the file that was published: its SHA-256 is %s, the manifest has %s"
                .formatted(file, sha256, entry.sha256()));
      }
    }
  }

  private static Manifest read(Path snapshot, Path file) {
    try {
      return Json.read(SnapshotLock.manifest(snapshot), Manifest.class);
    } catch (IOException | RuntimeException e) {
      throw RefusedSnapshotException.unreadable(file, e);
    }
  }

  private static void checkSize(Path snapshot, FileEntry entry) {
    Path file = snapshot.resolve(entry.path()).normalize();
    if (!file.startsWith(snapshot.normalize())) {
      throw new RefusedSnapshotException(
          snapshot.resolve(Layout.MANIFEST)
              + " lists a file outside the snapshot: "
              + entry.path());
    }
    try {
      long bytes = Files.size(file);
      if (bytes != entry.bytes()) {
        throw new RefusedSnapshotException(
            "%s has %d bytes where the manifest lists %d".formatted(file, bytes, entry.bytes()));
      }
    } catch (IOException e) {
      throw RefusedSnapshotException.unreadable(file, e);
    }
  }

  /** Every file but the manifest, by its path within the snapshot with forward slashes. */
  private static List<String> present(Path snapshot) {
    try (Stream<Path> files = Files.walk(snapshot)) {
      return files
          .filter(file -> !Files.isDirectory(file))
          .map(file -> snapshot.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !path.equals(Layout.MANIFEST))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw RefusedSnapshotException.unreadable(snapshot, e);
    }
  }

  /** What format 1 always has; of the parts of {@code clients} their rows are counted instead. */
  private static List<String> required(Manifest manifest) {
    Stream<String> always =
        Stream.of(
            Layout.FEATURES,
            Layout.DISTRIBUTIONS,
            Layout.IMPORTANCE,
            Layout.MODEL + "/model.json",
            Layout.MODEL + "/reference.f32");
    Stream<String> boosters =
        manifest.folds().stream()
            .filter(fold -> fold.fold() != Layout.MEAN_FOLD)
            .map(fold -> Layout.MODEL + "/fold-" + fold.fold() + ".json");
    return Stream.concat(always, boosters).toList();
  }

  private static void requireListed(Path manifest, String path, Set<String> listed) {
    if (!listed.contains(path)) {
      throw new RefusedSnapshotException(manifest + " does not list the file " + path);
    }
  }

  private static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int read; (read = in.read(buffer)) > 0; ) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw RefusedSnapshotException.unreadable(file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
