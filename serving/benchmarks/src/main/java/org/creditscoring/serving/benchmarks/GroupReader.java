package org.creditscoring.serving.benchmarks;

import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.creditscoring.serving.snapshot.Codecs;

/** Makes readers of parquet-java's own, for rows of any schema. */
final class GroupReader extends ParquetReader.Builder<Group> {
  GroupReader(InputFile file) {
    super(file, new PlainParquetConfiguration());
    withCodecFactory(new Codecs());
  }

  @Override
  protected ReadSupport<Group> getReadSupport() {
    return new GroupReadSupport();
  }
}
