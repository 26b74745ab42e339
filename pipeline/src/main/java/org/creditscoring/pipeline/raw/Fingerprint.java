package org.creditscoring.pipeline.raw;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.pipeline.file.Sha256;

/** Tells one state of a raw directory from another. */
public final class Fingerprint {
  private Fingerprint() {}

  /** SHA-256 over the names and hashes of the raw tables that are there, in table order. */
  public static String of(RawDirectory directory) {
    List<RawFile> files =
        HomeCredit.all().stream().map(directory::file).flatMap(Optional::stream).toList();
    StringBuilder lines = new StringBuilder();
    for (RawFile file : files) {
      try {
        lines.append(file.table().name()).append(' ').append(Sha256.of(file.path())).append('\n');
      } catch (IOException e) {
        throw file.unreadable(e);
      }
    }
    return Sha256.of(lines.toString());
  }
}
