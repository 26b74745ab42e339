package org.creditscoring.pipeline.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.pipeline.file.DirectoryLock;
import org.creditscoring.pipeline.file.Durable;
import org.creditscoring.pipeline.file.Scratch;
import org.creditscoring.pipeline.file.Sha256;
import org.creditscoring.pipeline.run.BadDataException;

/**
 * Tables on disk, each by its name and by a key that stands for all that it was made from: a table
 * with the same key need not be made again. A table is written aside and renamed; its files are
 * proved by their hashes before it is used, and one that is damaged counts as not there: so neither
 * a crash nor a failing disk can bring rows into a refresh that were not in the raw tables.
 */
public final class Cache implements AutoCloseable {
  /** Tables kept under one name: the one in use and the one before, for a raw table put back. */
  private static final int KEPT = 2;

  private static final String ENTRY = "entry.json";
  private static final String ATTEMPTS = ".attempts";
  private static final int KEY_SHOWN = 16;
  private static final Pattern TABLE = Pattern.compile("(.+)-[0-9a-f]{" + KEY_SHOWN + "}");
  private static final String DICTIONARY = "parquet.enable.dictionary";

  private final Path root;
  private final Closeable release;

  private Cache(Path root, Closeable release) {
    this.root = root;
    this.release = release;
  }

  /**
   * The cache in a directory, for one refresh at a time; what dead ones left half written, and what
   * has not been used for long, is removed. While another command is at work in it, and for {@link
   * Caching#NOTHING}, it is one that begins empty, lies in a {@link Scratch} of its own below that
   * directory and leaves nothing behind.
   *
   * @param say where it is told that another command is at work
   * @throws org.creditscoring.pipeline.run.BadDataException if it cannot be made or written
   */
  public static Cache of(Caching caching, Path root, Consumer<String> say) throws IOException {
    if (caching == Caching.NOTHING) {
      return passing(root);
    }
    Durable.ownDirectory(root, "cached tables");
    Optional<DirectoryLock> free = DirectoryLock.takeIfFree(root);
    if (free.isEmpty()) {
      say.accept(
          "another command is at work in the cache "
              + root
              + ": this one reads every table anew and keeps nothing");
      return passing(root);
    }
    DirectoryLock lock = free.get();
    try {
      Durable.removeStaging(root);
      sweep(root);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
    return new Cache(root, lock::close);
  }

  private static Cache passing(Path root) throws IOException {
    Scratch scratch = Scratch.in(root);
    return new Cache(scratch.path(), scratch::close);
  }

  /** Where its tables lie. */
  public Path directory() {
    return root;
  }

  /** A key from what stands for each thing that a table is made from. */
  public static String key(String... sources) {
    return Sha256.of(String.join("\n", sources));
  }

  /** The table of this name and key, proved; empty if it is not there or damaged. */
  public Optional<CachedTable> find(SparkSession spark, String name, String key) {
    Path place = place(name, key);
    try {
      Entry entry = Json.read(Files.readString(place.resolve(ENTRY)), Entry.class);
      if (!entry.key().equals(key) || !entry.name().equals(name) || !whole(place, entry)) {
        return Optional.empty();
      }
      Files.setLastModifiedTime(place.resolve(ENTRY), FileTime.from(Instant.now()));
      return Optional.of(table(spark, place, entry));
    } catch (IOException | IllegalArgumentException e) {
      // Not there, or not what was written: it is made anew and put in this place.
      return Optional.empty();
    }
  }

  /**
   * Begins a table by writing its rows aside.
   *
   * @return to be kept once it is known to be good; otherwise the next refresh removes it
   */
  public Draft write(String name, String key, Dataset<Row> rows) throws IOException {
    Path aside = aside(name, key);
    Durable.remove(aside);
    rows.write()
        .options(encoding(rows.schema()))
        .parquet(aside.toAbsolutePath().toUri().toString());
    return new Draft(aside, name, key, rows.schema());
  }

  /**
   * Begins a table whose rows the caller writes, as Parquet files.
   *
   * @param schema of the rows
   * @return to be kept once it is known to be good; otherwise the next refresh removes it
   */
  public Draft begin(String name, String key, StructType schema) throws IOException {
    Path aside = aside(name, key);
    Durable.remove(aside);
    Files.createDirectories(aside);
    return new Draft(aside, name, key, schema);
  }

  private Path aside(String name, String key) {
    return root.resolve(Layout.STAGING_PREFIX + place(name, key).getFileName());
  }

  /** A table that is written but not yet kept. */
  public final class Draft {
    private final Path aside;
    private final String name;
    private final String key;
    private final StructType schema;

    private Draft(Path aside, String name, String key, StructType schema) {
      this.aside = aside;
      this.name = name;
      this.key = key;
      this.schema = schema;
    }

    /** Where the files of a table lie that was {@link Cache#begin begun}. */
    public Path directory() {
      return aside;
    }

    /** Of its rows. */
    public StructType schema() {
      return schema;
    }

    /** Where a task, which may be tried again, writes a file that is then {@link #take taken}. */
    public static Path aside(Path directory, String file) {
      return directory.resolve(ATTEMPTS).resolve(file);
    }

    /**
     * Takes a file into the table that a task has written whole.
     *
     * @throws BadDataException if it is not where this process can see it
     */
    public void take(String file) throws IOException {
      Path written = aside(aside, file);
      requireFiles(Files.exists(written));
      Files.move(written, aside.resolve(file));
    }

    /**
     * The rows as written.
     *
     * @throws BadDataException if no file of them is where this process can see it
     */
    public Dataset<Row> rows(SparkSession spark) throws IOException {
      String[] files =
          kept(aside).stream()
              .filter(file -> Entry.holdsRows(file.getFileName().toString()))
              .map(file -> file.toAbsolutePath().toUri().toString())
              .toArray(String[]::new);
      requireFiles(files.length > 0);
      return spark.read().schema(schema).parquet(files);
    }

    private void requireFiles(boolean there) {
      // Of no rows at all Spark writes a file too.
      if (!there) {
        throw new BadDataException(
            "the rows of "
                + name
                + " were written, and no file of them is in "
                + root.toAbsolutePath()
                + ": the workers do not share this directory. Put credit.pipeline.cache where all of them see it.");
      }
    }

    /** A file of this name that is kept with the rows, if it is written before they are. */
    public Path beside(String file) {
      return aside.resolve(file);
    }

    /**
     * Gives the table its place.
     *
     * @param count of its rows
     * @throws BadDataException if its rows are not where this process can see them
     */
    public CachedTable keep(SparkSession spark, long count, long setAside, List<Entry.Note> notes)
        throws IOException {
      List<Entry.Part> parts = new ArrayList<>();
      for (Path file : kept(aside)) {
        parts.add(new Entry.Part(file.getFileName().toString(), Files.size(file), Sha256.of(file)));
      }
      requireFiles(parts.stream().anyMatch(Entry.Part::holdsRows));
      // Of attempts that were given up.
      Durable.remove(aside.resolve(ATTEMPTS));
      Entry entry = new Entry(name, key, schema.json(), count, setAside, notes, parts);
      Files.writeString(aside.resolve(ENTRY), Json.write(entry));
      Path place = place(name, key);
      // Not forced to disk, which a gigabyte would wait for: what a crash tears is found by its
      // hash.
      Durable.remove(place);
      Durable.rename(aside, place);
      return table(spark, place, entry);
    }
  }

  /** Removes all but the tables of each name that were used last. */
  private static void sweep(Path root) throws IOException {
    Map<String, List<Path>> byName = new HashMap<>();
    try (Stream<Path> places = Files.list(root)) {
      for (Path place : places.toList()) {
        Matcher table = TABLE.matcher(place.getFileName().toString());
        // Whatever else somebody keeps here is not ours to remove.
        if (table.matches() && Files.exists(place.resolve(ENTRY))) {
          byName.computeIfAbsent(table.group(1), name -> new ArrayList<>()).add(place);
        }
      }
    }
    for (List<Path> places : byName.values()) {
      places.sort(Comparator.comparing(Cache::lastUsed).reversed());
      for (Path old : places.subList(Math.min(KEPT, places.size()), places.size())) {
        Durable.remove(old);
      }
    }
  }

  @Override
  public void close() throws IOException {
    release.close();
  }

  private Path place(String name, String key) {
    return root.resolve(name + "-" + key.substring(0, KEY_SHOWN));
  }

  /** Of what Spark writes: its dictionary of numbers costs more than it saves; texts repeat. */
  private static Map<String, String> encoding(StructType schema) {
    Map<String, String> options = new HashMap<>();
    options.put(DICTIONARY, "false");
    for (StructField field : schema.fields()) {
      if (field.dataType().equals(DataTypes.StringType)) {
        options.put(DICTIONARY + "#" + field.name(), "true");
      }
    }
    return options;
  }

  private static boolean whole(Path place, Entry entry) throws IOException {
    List<String> there = kept(place).stream().map(file -> file.getFileName().toString()).toList();
    if (!there.equals(entry.files().stream().map(Entry.Part::file).toList())) {
      return false;
    }
    for (Entry.Part part : entry.files()) {
      Path file = place.resolve(part.file());
      if (Files.size(file) != part.bytes() || !Sha256.of(file).equals(part.sha256())) {
        return false;
      }
    }
    return true;
  }

  private static CachedTable table(SparkSession spark, Path place, Entry entry) {
    String[] files =
        entry.files().stream()
            .filter(Entry.Part::holdsRows)
            .map(part -> place.resolve(part.file()).toAbsolutePath().toUri().toString())
            .toArray(String[]::new);
    StructType schema = (StructType) DataType.fromJson(entry.schema());
    return new CachedTable(entry, spark.read().schema(schema).parquet(files), place);
  }

  /** The files of a table, by name, without its entry and what Spark lays beside them. */
  private static List<Path> kept(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(
              entry -> {
                String name = entry.getFileName().toString();
                return !name.equals(ENTRY) && !name.startsWith(".") && !name.startsWith("_");
              })
          .sorted()
          .toList();
    }
  }

  private static FileTime lastUsed(Path place) {
    try {
      return Files.getLastModifiedTime(place.resolve(ENTRY));
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
