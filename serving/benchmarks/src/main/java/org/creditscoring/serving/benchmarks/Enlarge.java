package org.creditscoring.serving.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetWriter;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Clients;
import org.creditscoring.serving.snapshot.Snapshot;

/**
 * Makes a snapshot of any number of clients from a small one, whose clients come again and again
 * under new ids: for a benchmark it is as large as a large one, in minutes less.
 *
 * <p>{@code Enlarge SNAPSHOT SNAPSHOTS CLIENTS} writes into the directory SNAPSHOTS, makes it
 * current there and prints the first id and how many clients it has: CLIENTS or a few more, a
 * multiple of SNAPSHOT's. The ids are whole numbers without a gap, and SNAPSHOT's must be too: its
 * own clients keep theirs, which its points name.
 */
final class Enlarge {
  private static final int IDS_PER_PART = 65_536;
  private static final String ID = "20260101T000000Z-be4c4d";

  private Enlarge() {}

  public static void main(String[] arguments) throws IOException {
    Path source = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    Path snapshot = target.resolve(ID);
    int first;
    int clients;
    try (Snapshot small = Snapshot.open(source)) {
      int times = (Integer.parseInt(arguments[2]) - 1) / small.clients().size() + 1;
      clients = times * small.clients().size();
      first = requireGapless(small.clients());
      copySmallFiles(source, snapshot, times);
      writeClients(small.clients(), snapshot.resolve("clients"), first, clients);
    }
    writeManifest(source, snapshot, clients);
    Files.writeString(target.resolve("CURRENT"), ID + "\n");
    System.out.println(first + " " + clients);
  }

  private static int requireGapless(Clients small) {
    int first = small.at(0).id();
    int last = small.at(small.size() - 1).id();
    if (last - first != small.size() - 1) {
      throw new IllegalArgumentException(
          "the ids from "
              + first
              + " to "
              + last
              + " have gaps: take a snapshot of synthetic clients");
    }
    return first;
  }

  private static void copySmallFiles(Path source, Path target, int times) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(source)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path relative = source.relativize(file);
      if (!relative.startsWith("clients") && !relative.endsWith("manifest.json")) {
        Files.createDirectories(target.resolve(relative).getParent());
        if (relative.toString().endsWith(".parquet")) {
          Counts.multiply(file, target.resolve(relative), times);
        } else {
          Files.copy(file, target.resolve(relative));
        }
      }
    }
  }

  private static void writeClients(Clients small, Path target, int first, int clients)
      throws IOException {
    Files.createDirectories(target);
    int last = first + clients - 1;
    for (int part = first / IDS_PER_PART; part <= last / IDS_PER_PART; part++) {
      Path file = target.resolve("part-%05d.parquet".formatted(part));
      try (ParquetWriter<ClientsWriter.Row> writer = ClientsWriter.open(file)) {
        int end = Math.min(last, (part + 1) * IDS_PER_PART - 1);
        for (int id = Math.max(first, part * IDS_PER_PART); id <= end; id++) {
          int row = (id - first) % small.size();
          ClientRecord client = small.at(row);
          writer.write(
              new ClientsWriter.Row(id, client, small.values(row), small.contributions(row)));
        }
      }
    }
  }

  private static void writeManifest(Path source, Path target, int clients) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode manifest = (ObjectNode) mapper.readTree(source.resolve("manifest.json").toFile());
    manifest.put("snapshotId", ID).put("clients", clients);
    ArrayNode entries = manifest.putArray("files");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(target)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      entries
          .addObject()
          .put("path", target.relativize(file).toString().replace('\\', '/'))
          .put("bytes", Files.size(file))
          .put("sha256", sha256(file));
    }
    mapper.writeValue(target.resolve("manifest.json").toFile(), manifest);
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
