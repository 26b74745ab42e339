package org.creditscoring.notebooks;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what a file is known again: its bytes, and of a note its author's sentences alone, because
 * Zeppelin rewrites the file with the results of each run.
 */
final class Fingerprint {
  private Fingerprint() {}

  /** SHA-256 in hexadecimal. */
  static String of(Path file, byte[] bytes) {
    byte[] own =
        isNote(file)
            ? sentences(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
            : bytes;
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(own));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static boolean isNote(Path file) {
    return file.toString().endsWith(".zpln");
  }

  /** Titles and texts of the paragraphs but for empty ones, which Zeppelin adds at the end. */
  private static String sentences(String json) {
    StringBuilder sentences = new StringBuilder();
    try {
      for (Config paragraph : ConfigFactory.parseString(json).getConfigList("paragraphs")) {
        String text = paragraph.hasPath("text") ? paragraph.getString("text").trim() : "";
        if (!text.isEmpty()) {
          String title = paragraph.hasPath("title") ? paragraph.getString("title") : "";
          sentences.append(title).append('\n').append(text).append('\n');
        }
      }
      return sentences.toString();
    } catch (ConfigException noNoteAnyMore) {
      return json;
    }
  }
}
