package org.creditscoring.pipeline.raw;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;

/**
 * Lines of one file, whatever it is called: Hadoop takes paths for patterns, cuts them at commas
 * and puts settings into them.
 */
public final class OneFile extends TextInputFormat {
  private static final String FILE = "credit.raw.file";

  /** To be read by jobs of this configuration. */
  static void set(Configuration configuration, java.nio.file.Path file) {
    configuration.set(FILE, file.toAbsolutePath().toUri().toString());
  }

  @Override
  protected List<FileStatus> listStatus(JobContext job) throws IOException {
    Configuration configuration = job.getConfiguration();
    Path path = new Path(URI.create(configuration.getRaw(FILE)));
    return List.of(path.getFileSystem(configuration).getFileStatus(path));
  }
}
