package org.creditscoring.serving.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON put together in UTF-8, an answer or a line of the audit log: parts that were rendered before
 * are copied, numbers and short texts written between them. It says of each what Jackson does; a
 * long answer costs a tenth of its walk over records. Whoever fills it sees to commas and braces.
 */
public final class JsonBuffer {
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final int LEAST_BYTES = 256;

  private static final ThreadLocal<JsonBuffer> OF_THREAD =
      ThreadLocal.withInitial(() -> new JsonBuffer(0));

  /** UTF-8 of a UTF-16 unit. */
  private static final int WIDEST = 3;

  private byte[] bytes;
  private int size;

  /**
   * @param expected bytes, so that it seldom grows
   */
  public JsonBuffer(int expected) {
    bytes = new byte[Math.max(LEAST_BYTES, expected)];
  }

  /**
   * This thread's own, empty: until the thread asks again, by when its last answer is sent. What is
   * written over and over stays in the processor's cache, and no collector has to clear it.
   */
  public static JsonBuffer ofThread() {
    JsonBuffer json = OF_THREAD.get();
    json.size = 0;
    return json;
  }

  private JsonBuffer(byte[] json) {
    bytes = json;
    size = json.length;
  }

  /** A record as JSON. */
  public static JsonBuffer of(Object value) {
    return new JsonBuffer(JsonBody.of(value));
  }

  /** A value as JSON, to be copied into answers. */
  public static byte[] rendered(Object value) {
    return JsonBody.of(value);
  }

  /** JSON as it is. */
  public JsonBuffer raw(byte[] json) {
    return raw(json, 0, json.length);
  }

  /**
   * A part of JSON as it is.
   *
   * @param from its first byte
   * @param to after its last
   */
  public JsonBuffer raw(byte[] json, int from, int to) {
    int length = to - from;
    room(length);
    System.arraycopy(json, from, bytes, size, length);
    size += length;
    return this;
  }

  /** One character of ASCII. */
  public JsonBuffer raw(char json) {
    room(1);
    bytes[size++] = (byte) json;
    return this;
  }

  /** Null where it is no number. */
  public JsonBuffer number(float value) {
    if (!Float.isFinite(value)) {
      return raw(NULL);
    }
    room(FloatText.LONGEST);
    size = FloatText.write(value, bytes, size);
    return this;
  }

  public JsonBuffer number(int value) {
    room(FloatText.LONGEST);
    if (value < 0) {
      return raw(Integer.toString(value).getBytes(StandardCharsets.US_ASCII));
    }
    size = FloatText.digits(value, bytes, size);
    return this;
  }

  /** In quotation marks. */
  public JsonBuffer text(String text) {
    return raw('"').unquoted(text).raw('"');
  }

  /** A piece of a text, escaped, without the quotation marks. */
  public JsonBuffer unquoted(String text) {
    int length = text.length();
    room(WIDEST * length);
    int at = size;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        if (c < ' ' || c == '"' || c == '\\') {
          return escaped(text);
        }
        bytes[at++] = (byte) c;
      } else if (c < 0x800) {
        bytes[at++] = (byte) (0xc0 | c >> 6);
        bytes[at++] = (byte) (0x80 | c & 0x3f);
      } else if (Character.isSurrogate(c)) {
        return escaped(text);
      } else {
        bytes[at++] = (byte) (0xe0 | c >> 12);
        bytes[at++] = (byte) (0x80 | c >> 6 & 0x3f);
        bytes[at++] = (byte) (0x80 | c & 0x3f);
      }
    }
    size = at;
    return this;
  }

  public int size() {
    return size;
  }

  /** A copy. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  /** By Jackson, without its quotation marks. */
  private JsonBuffer escaped(String text) {
    byte[] quoted = JsonBody.of(text);
    return raw(Arrays.copyOfRange(quoted, 1, quoted.length - 1));
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
