package org.creditscoring.serving.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.creditscoring.serving.snapshot.ClientRecord;

/** Writes a part of {@code clients} addressably, as model/SNAPSHOT.md says. */
final class ClientsWriter extends WriteSupport<ClientsWriter.Row> {
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          """
          message clients {
            required int32 id;
            required int32 fold (INTEGER(8,true));
            required int32 outcome (INTEGER(8,true));
            required float margin;
            required float baseValue;
            required float probability;
            required int32 points;
            required float percentile;
            required binary decision (STRING);
            required group reasons (LIST) { repeated group list { required int32 element; } }
            required group values (LIST) { repeated group list { required float element; } }
            required group contributions (LIST) { repeated group list { required float element; } }
          }
          """);

  private RecordConsumer out;

  /** A client of the source under another id. */
  record Row(int id, ClientRecord scores, float[] values, float[] contributions) {}

  static ParquetWriter<Row> open(Path file) throws IOException {
    return new Builder(new LocalOutputFile(file))
        .withConf(new PlainParquetConfiguration())
        .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
        .withDictionaryEncoding(false)
        .withWriterVersion(WriterVersion.PARQUET_1_0)
        .build();
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(SCHEMA, Map.of());
  }

  @Override
  public WriteContext init(org.apache.hadoop.conf.Configuration configuration) {
    throw new UnsupportedOperationException("no Hadoop here");
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    out = consumer;
  }

  @Override
  public void write(Row row) {
    ClientRecord scores = row.scores();
    out.startMessage();
    field(0, () -> out.addInteger(row.id()));
    field(1, () -> out.addInteger(scores.fold()));
    field(2, () -> out.addInteger(scores.outcome()));
    field(3, () -> out.addFloat(scores.margin()));
    field(4, () -> out.addFloat(scores.baseValue()));
    field(5, () -> out.addFloat(scores.probability()));
    field(6, () -> out.addInteger(scores.points()));
    field(7, () -> out.addFloat(scores.percentile()));
    field(8, () -> out.addBinary(Binary.fromString(scores.decision().name())));
    list(9, scores.reasons().length, i -> out.addInteger(scores.reasons()[i]));
    list(10, row.values().length, i -> out.addFloat(row.values()[i]));
    list(11, row.contributions().length, i -> out.addFloat(row.contributions()[i]));
    out.endMessage();
  }

  private interface Element {
    void add(int index);
  }

  private void field(int index, Runnable value) {
    String name = SCHEMA.getFieldName(index);
    out.startField(name, index);
    value.run();
    out.endField(name, index);
  }

  private void list(int index, int length, Element element) {
    field(
        index,
        () -> {
          out.startGroup();
          out.startField("list", 0);
          for (int i = 0; i < length; i++) {
            out.startGroup();
            out.startField("element", 0);
            element.add(i);
            out.endField("element", 0);
            out.endGroup();
          }
          out.endField("list", 0);
          out.endGroup();
        });
  }

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    Builder(OutputFile file) {
      super(file);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(org.apache.hadoop.conf.Configuration conf) {
      return new ClientsWriter();
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration conf) {
      return new ClientsWriter();
    }
  }
}
