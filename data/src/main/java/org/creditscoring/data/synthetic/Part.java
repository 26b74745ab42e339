package org.creditscoring.data.synthetic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.creditscoring.data.Compression;

/** The bytes of some neighbouring clients, ready to be appended to each file. */
record Part(int clients, Map<RawFile, Bytes> files) {

  /** The first {@code size} bytes of an array, which hold {@code rows} rows. */
  record Bytes(byte[] array, int size, int rows) {}

  static Part of(int clients, Rows rows, Compression compression) {
    Map<RawFile, Bytes> files = new EnumMap<>(RawFile.class);
    for (RawFile file : RawFile.values()) {
      Csv csv = rows.of(file);
      files.put(file, bytes(compression, csv.array(), csv.size(), csv.rows()));
    }
    return new Part(clients, files);
  }

  /** Each part is a gzip member of its own: a file of several members is a valid gzip file. */
  static Bytes bytes(Compression compression, byte[] array, int size, int rows) {
    if (compression == Compression.NONE || size == 0) {
      return new Bytes(array, size, rows);
    }
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(size / 4 + 64);
    try (OutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(array, 0, size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Bytes(compressed.toByteArray(), compressed.size(), rows);
  }
}
