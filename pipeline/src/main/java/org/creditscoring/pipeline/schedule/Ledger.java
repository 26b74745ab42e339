package org.creditscoring.pipeline.schedule;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.creditscoring.pipeline.file.Durable;

/**
 * The record of every due time and of what became of it: one line of JSON for each {@link Entry},
 * appended and never changed. Whoever appends holds a lock that keeps others from it.
 */
final class Ledger {
  private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(instants());

  private final Path file;
  private final Consumer<String> warn;
  private long read;
  private LedgerState state = LedgerState.EMPTY;

  /**
   * @param file need not exist
   * @param warn where a line that is no entry is told
   */
  Ledger(Path file, Consumer<String> warn) {
    this.file = file;
    this.warn = warn;
  }

  /** What all lines come to, those of other processes included. */
  LedgerState catchUp() throws IOException {
    long size = Files.exists(file) ? Files.size(file) : 0;
    if (size < read) {
      // Somebody has taken it away and begun a new one.
      read = 0;
      state = LedgerState.EMPTY;
    }
    if (size > read) {
      for (Entry entry : entries()) {
        state = state.with(entry);
      }
    }
    return state;
  }

  /** Every entry since the last time that was asked. */
  List<Entry> entries() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    byte[] bytes;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer rest = ByteBuffer.allocate(Math.toIntExact(channel.size() - read));
      while (rest.hasRemaining() && channel.read(rest, read + rest.position()) > 0) {
        // A read may bring less than was asked for.
      }
      bytes = rest.array();
    }
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      // The last line may be half written; it is read when it is whole.
      if (bytes[i] == '\n') {
        add(new String(bytes, start, i - start, StandardCharsets.UTF_8), entries);
        start = i + 1;
      }
    }
    read += start;
    return entries;
  }

  private void add(String line, List<Entry> entries) {
    try {
      if (!line.isBlank()) {
        entries.add(MAPPER.readValue(line, Entry.class));
      }
    } catch (JsonProcessingException e) {
      warn.accept(file + ": a line that is no entry is passed over: " + e.getOriginalMessage());
    }
  }

  /** Adds a line and forces it to disk. */
  void append(Entry entry) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      Durable.append(channel, MAPPER.writeValueAsString(entry));
      channel.force(true);
    }
  }

  private static SimpleModule instants() {
    SimpleModule module = new SimpleModule();
    module.addSerializer(Instant.class, ToStringSerializer.instance);
    module.addDeserializer(
        Instant.class,
        new StdScalarDeserializer<>(Instant.class) {
          private static final long serialVersionUID = 1;

          @Override
          public Instant deserialize(JsonParser parser, DeserializationContext context)
              throws IOException {
            return Instant.parse(parser.getText());
          }
        });
    return module;
  }
}
