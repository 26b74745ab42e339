package org.creditscoring.serving.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/** Answers as JSON bytes; a number that is none (NaN, infinite) is null. */
final class JsonBody {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .addModule(
              new SimpleModule()
                  .addSerializer(Double.class, new Doubles())
                  .addSerializer(Double.TYPE, new Doubles())
                  .addSerializer(Float.class, new Floats())
                  .addSerializer(Float.TYPE, new Floats()))
          .build();

  private JsonBody() {}

  static byte[] of(Object answer) {
    try {
      return MAPPER.writeValueAsBytes(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + answer.getClass(), e);
    }
  }

  private static final class Doubles extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }

  private static final class Floats extends JsonSerializer<Float> {
    @Override
    public void serialize(Float value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Float.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }
}
