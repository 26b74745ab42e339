package org.creditscoring.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A copy of known vulnerabilities: OSV's records, one JSON file each, in a directory or in a zip as
 * OSV publishes one for each ecosystem.
 *
 * @param records how many it has, withdrawn ones apart
 * @param newest when the record that was changed last was; empty if none says so
 * @param advisories those about a package that is shipped
 */
record Feed(int records, String newest, List<Advisory> advisories) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String RECORD = ".json";

  /**
   * @param shipped what is looked for
   * @throws BadInputException if there is no record in it, or a file is no JSON
   */
  static Feed read(Path path, Collection<Component> shipped) throws IOException {
    Reading reading = new Reading(shipped);
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.filter(one -> one.toString().endsWith(RECORD)).sorted().toList()) {
          reading.add(file.toString(), Files.newInputStream(file));
        }
      }
    } else {
      try (ZipFile zip = new ZipFile(path.toFile())) {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
          ZipEntry entry = entries.nextElement();
          if (entry.getName().endsWith(RECORD)) {
            reading.add(path + "!" + entry.getName(), zip.getInputStream(entry));
          }
        }
      }
    }
    if (reading.records == 0) {
      throw new BadInputException(
          path + " holds no record: give a directory or a zip of OSV's JSON files");
    }
    return new Feed(reading.records, reading.newest, reading.advisories);
  }

  private static final class Reading {
    private final Collection<Component> shipped;
    private final List<Advisory> advisories = new ArrayList<>();
    private int records;
    private String newest = "";

    Reading(Collection<Component> shipped) {
      this.shipped = shipped;
    }

    void add(String name, InputStream in) throws IOException {
      JsonNode record;
      try (in) {
        record = MAPPER.readTree(in);
      } catch (JsonProcessingException e) {
        throw new BadInputException(name + " is no JSON: " + e.getOriginalMessage());
      }
      if (!record.hasNonNull("id") || !record.has("affected")) {
        throw new BadInputException(name + " is no record of OSV's: it has no id or no affected");
      }
      if (record.hasNonNull("withdrawn")) {
        return;
      }
      Advisory advisory = Advisory.of(record);
      records++;
      newest = advisory.modified().compareTo(newest) > 0 ? advisory.modified() : newest;
      if (shipped.stream().anyMatch(advisory::names)) {
        advisories.add(advisory);
      }
    }
  }
}
