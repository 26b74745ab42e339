package org.creditscoring.pipeline.raw;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.creditscoring.data.HomeCredit;

/** SHA-256 of files, one by one and of a whole raw directory. */
public final class Fingerprint {
  private static final int BUFFER = 1 << 20;

  private Fingerprint() {}

  /** Of the raw tables that are there: the hash of their names and hashes, in table order. */
  public static String of(RawDirectory directory) {
    List<RawFile> files =
        HomeCredit.all().stream().map(directory::file).flatMap(Optional::stream).toList();
    MessageDigest digest = sha256();
    for (RawFile file : files) {
      try {
        String line = file.table().name() + " " + of(file.path()) + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw file.unreadable(e);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of one file's bytes, in lower-case hexadecimal. */
  public static String of(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      byte[] buffer = new byte[BUFFER];
      while (in.read(buffer) >= 0) {
        // The digest takes the bytes as they pass.
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
