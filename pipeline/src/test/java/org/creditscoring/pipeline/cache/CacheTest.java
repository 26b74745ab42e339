package org.creditscoring.pipeline.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.creditscoring.pipeline.SparkTest;
import org.creditscoring.pipeline.run.BadDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest extends SparkTest {
  private static final String KEY = Cache.key("a file", "the code");
  private static final String OTHER = Cache.key("another file", "the code");

  @TempDir Path root;
  private final List<String> told = new ArrayList<>();

  @Test
  void whatIsKeptIsFoundByTheNextUnderItsKeyAndNoOther() throws IOException {
    try (Cache cache = open()) {
      assertThat(cache.find(spark(), "numbers", KEY)).isEmpty();
      keep(cache, KEY, 3);
    }
    try (Cache cache = open()) {
      CachedTable found = cache.find(spark(), "numbers", KEY).orElseThrow();

      assertThat(found.entry().rows()).isEqualTo(3);
      assertThat(found.entry().setAside()).isEqualTo(2);
      assertThat(found.entry().notes()).containsExactly(new Entry.Note("BAD", "two were bad"));
      assertThat(numbers(found.rows())).containsExactly(0L, 1L, 2L);
      assertThat(cache.find(spark(), "numbers", OTHER)).isEmpty();
      assertThat(cache.find(spark(), "letters", KEY)).isEmpty();
    }
  }

  @Test
  void aDamagedTableCountsAsNotThereAndIsReplaced() throws IOException {
    try (Cache cache = open()) {
      keep(cache, KEY, 3);
      Path file = only(only(root, "numbers-"), "part-");
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);

      assertThat(cache.find(spark(), "numbers", KEY)).isEmpty();

      keep(cache, KEY, 4);
      assertThat(numbers(cache.find(spark(), "numbers", KEY).orElseThrow().rows())).hasSize(4);
    }
  }

  @Test
  void aTableThatLostAFileOrItsEntryCountsAsNotThere() throws IOException {
    try (Cache cache = open()) {
      keep(cache, KEY, 3);
      keep(cache, OTHER, 3);
      Files.delete(only(place(KEY), "part-"));
      Files.writeString(place(OTHER).resolve("entry.json"), "{");

      assertThat(cache.find(spark(), "numbers", KEY)).isEmpty();
      assertThat(cache.find(spark(), "numbers", OTHER)).isEmpty();
    }
  }

  @Test
  void whatADeadRefreshLeftHalfWrittenIsNeitherFoundNorKept() throws IOException {
    try (Cache cache = open()) {
      cache.write("numbers", KEY, spark().range(3).toDF());

      assertThat(cache.find(spark(), "numbers", KEY)).isEmpty();
    }
    try (Cache cache = open()) {
      assertThat(entries()).containsExactly(".lock");
    }
  }

  @Test
  void theTwoOfANameThatWereUsedLastStay() throws IOException {
    String third = Cache.key("a third file");
    try (Cache cache = open()) {
      for (String key : List.of(KEY, OTHER, third)) {
        keep(cache, key, 1);
        Files.setLastModifiedTime(place(key).resolve("entry.json"), FileTime.from(Instant.EPOCH));
      }
      cache.find(spark(), "numbers", KEY);
      cache.find(spark(), "numbers", third);
    }
    try (Cache cache = open()) {
      assertThat(cache.find(spark(), "numbers", KEY)).isPresent();
      assertThat(cache.find(spark(), "numbers", third)).isPresent();
      assertThat(place(OTHER)).doesNotExist();
    }
  }

  @Test
  void whileAnotherIsAtWorkOneGoesWithout() throws IOException {
    try (Cache first = open();
        Cache second = open()) {
      keep(first, KEY, 3);

      assertThat(told).singleElement().asString().contains("another command is at work in");
      assertThat(second.find(spark(), "numbers", KEY)).isEmpty();
      keep(second, KEY, 5);
      assertThat(numbers(second.find(spark(), "numbers", KEY).orElseThrow().rows())).hasSize(5);
      assertThat(numbers(first.find(spark(), "numbers", KEY).orElseThrow().rows())).hasSize(3);
    }
  }

  @Test
  void nothingIsKeptWhereNothingIsAskedFor() throws IOException {
    try (Cache cache = Cache.of(Caching.NOTHING, root, told::add)) {
      keep(cache, KEY, 3);
    }

    // The guard of scratch directories, and nothing of the table.
    assertThat(entries()).containsExactly(".scratch.lock");
  }

  @Test
  void whatIsNotKeptIsForItsOwnerAlone() throws IOException {
    try (Cache cache = Cache.of(Caching.NOTHING, root.resolve("made"), told::add)) {
      assertThat(cache.directory()).hasParent(root.resolve("made"));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache.directory())))
          .isEqualTo("rwx------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("made"))))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aFileThatIsWrittenBesideTheRowsIsKeptAndProvedWithThem() throws IOException {
    try (Cache cache = open()) {
      Cache.Draft draft = cache.write("numbers", KEY, spark().range(3).toDF());
      Files.writeString(draft.beside("beside.txt"), "three");
      assertThat(numbers(draft.rows(spark()))).containsExactly(0L, 1L, 2L);
      draft.keep(spark(), 3, 0, List.of());

      CachedTable found = cache.find(spark(), "numbers", KEY).orElseThrow();
      assertThat(found.beside("beside.txt").orElseThrow()).hasContent("three");
      assertThat(found.beside("other.txt")).isEmpty();
      assertThat(numbers(found.rows())).containsExactly(0L, 1L, 2L);

      Files.writeString(found.beside("beside.txt").orElseThrow(), "seven");
      assertThat(cache.find(spark(), "numbers", KEY)).isEmpty();
    }
  }

  /** As if executors on other machines had written to disks of their own. */
  @Test
  void rowsThatAreNowhereToBeSeenAreNotKept() throws IOException {
    try (Cache cache = open()) {
      Cache.Draft draft = cache.write("numbers", KEY, spark().range(3).coalesce(1).toDF());
      Files.delete(only(only(root, ".staging-"), "part-"));

      assertThatThrownBy(() -> draft.keep(spark(), 3, 0, List.of()))
          .isInstanceOf(BadDataException.class)
          .hasMessageContaining("no file of them is in " + root.toAbsolutePath())
          .hasMessageContaining("credit.pipeline.cache");
      assertThatThrownBy(() -> draft.rows(spark())).isInstanceOf(BadDataException.class);
    }
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.createFile(root.resolve("file"));

    assertThatThrownBy(() -> Cache.of(Caching.UNCHANGED_TABLES, file, told::add))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("the directory of cached tables cannot be made");
  }

  private Cache open() throws IOException {
    return Cache.of(Caching.UNCHANGED_TABLES, root, told::add);
  }

  private static void keep(Cache cache, String key, int rows) throws IOException {
    Dataset<Row> numbers = spark().range(rows).coalesce(1).toDF();
    cache
        .write("numbers", key, numbers)
        .keep(spark(), rows, 2, List.of(new Entry.Note("BAD", "two were bad")));
  }

  private static List<Long> numbers(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.getLong(0)).sorted().toList();
  }

  private Path place(String key) {
    return root.resolve("numbers-" + key.substring(0, 16));
  }

  private List<String> entries() throws IOException {
    try (var entries = Files.list(root)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }

  private static Path only(Path directory, String prefix) throws IOException {
    try (var entries = Files.list(directory)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow();
    }
  }
}
