package org.creditscoring.pipeline.raw;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.executor.OutputMetrics;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.pipeline.cache.Cache;
import org.creditscoring.pipeline.table.ColumnFile;
import scala.Tuple2;

/**
 * Parses a raw file on Spark's workers, each task a range of it: lines to checked rows to columns
 * of Parquet, without a row of Spark's between them, which takes a third of the time of its own
 * reader and writer.
 *
 * @param rows good ones
 * @param bad rows that are set aside
 * @param huge good rows with a number that is told
 */
record ParsedFile(long rows, long bad, long huge) {
  /** Bytes of a range: as much as Spark gives a task of a file that it reads. */
  private static final long MOST_BYTES = 128L << 20;

  private static final long LEAST_BYTES = 4L << 20;

  /** What a task did. */
  private record Part(String file, long rows, long bad, long huge) implements Serializable {}

  /** What a task must know; it travels as bytes, and finds the table by name. */
  private record Job(
      String table, ArrayList<String> header, double hugeFrom, String directory, StructType schema)
      implements Serializable {
    Iterator<Part> run(Iterator<Tuple2<LongWritable, Text>> lines) throws IOException {
      TaskContext task = TaskContext.get();
      // An attempt that is given up leaves a file that nobody takes.
      String name =
          String.format(
              Locale.ROOT, "part-%05d-%d.parquet", task.partitionId(), task.taskAttemptId());
      Path file = Cache.Draft.aside(Path.of(directory), name);
      Files.createDirectories(file.getParent());
      RowParser parser = new RowParser(rules());
      long[] counts = new long[RowParser.Line.values().length];
      try (ColumnFile out = new ColumnFile(file, schema)) {
        while (lines.hasNext()) {
          Tuple2<LongWritable, Text> line = lines.next();
          // The header is where the file begins.
          if (line._1().get() > 0) {
            RowParser.Line kind = parser.parse(line._2().getBytes(), line._2().getLength());
            counts[kind.ordinal()]++;
            if (kind == RowParser.Line.GOOD || kind == RowParser.Line.HUGE) {
              parser.write(out);
            }
          }
        }
        long bytes = out.finish();
        long huge = counts[RowParser.Line.HUGE.ordinal()];
        long rows = counts[RowParser.Line.GOOD.ordinal()] + huge;
        OutputMetrics written = task.taskMetrics().outputMetrics();
        written.setBytesWritten(bytes);
        written.setRecordsWritten(rows);
        return List.of(new Part(name, rows, counts[RowParser.Line.BAD.ordinal()], huge)).iterator();
      }
    }

    private RowRules rules() {
      return new RowRules(
          HomeCredit.all().stream()
              .filter(known -> known.name().equals(table))
              .findFirst()
              .orElseThrow(),
          new Header(header),
          hugeFrom);
    }
  }

  /**
   * Parses a file.
   *
   * @param draft where its good rows go, in the order of the file
   */
  static ParsedFile of(
      SparkSession spark, RawFile file, RowRules rules, double hugeFrom, Cache.Draft draft)
      throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Job job =
        new Job(
            file.table().name(),
            new ArrayList<>(rules.names()),
            hugeFrom,
            draft.directory().toAbsolutePath().toString(),
            draft.schema());
    List<Part> parts =
        context
            .newAPIHadoopRDD(ranges(context, file), OneFile.class, LongWritable.class, Text.class)
            .mapPartitions(job::run)
            .collect();
    long rows = 0;
    long bad = 0;
    long huge = 0;
    for (Part part : parts) {
      draft.take(part.file());
      rows += part.rows();
      bad += part.bad();
      huge += part.huge();
    }
    return new ParsedFile(rows, bad, huge);
  }

  /** A small file is shared by all slots too. */
  private static Configuration ranges(JavaSparkContext context, RawFile file) {
    long share = file.bytes() / context.defaultParallelism() + 1;
    long bytes = Math.min(MOST_BYTES, Math.max(LEAST_BYTES, share));
    Configuration configuration = new Configuration(context.hadoopConfiguration());
    OneFile.set(configuration, file.path());
    configuration.setLong(FileInputFormat.SPLIT_MINSIZE, bytes);
    configuration.setLong(FileInputFormat.SPLIT_MAXSIZE, bytes);
    return configuration;
  }
}
