package org.creditscoring.notebooks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Proves a published snapshot by its manifest, without a line of what wrote or serves it. */
final class SnapshotHashes {
  private SnapshotHashes() {}

  /** The snapshot that {@code CURRENT} names. */
  static Path current(Path snapshots) throws IOException {
    return snapshots.resolve(Files.readString(snapshots.resolve("CURRENT")).strip());
  }

  /**
   * Every file is there, is what it was, and no other is.
   *
   * @return the manifest
   */
  static JsonNode verify(Path snapshot) throws IOException {
    JsonNode manifest = new ObjectMapper().readTree(snapshot.resolve("manifest.json").toFile());
    assertThat(manifest.path("snapshotId").asText()).isEqualTo(snapshot.getFileName().toString());
    Map<String, String> listed = new TreeMap<>();
    manifest
        .path("files")
        .forEach(file -> listed.put(file.path("path").asText(), file.path("sha256").asText()));
    Map<String, String> there = new TreeMap<>();
    try (Stream<Path> files = Files.walk(snapshot)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        there.put(snapshot.relativize(file).toString(), sha256(file));
      }
    }
    there.remove("manifest.json");
    assertThat(there).as(snapshot.toString()).isNotEmpty().isEqualTo(listed);
    return manifest;
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
