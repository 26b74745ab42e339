package org.creditscoring.serving.http;

import static java.lang.Double.NaN;
import static org.creditscoring.serving.http.ProblemException.badRequest;
import static org.creditscoring.serving.http.ProblemException.quoted;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.creditscoring.model.feature.Language;
import org.creditscoring.serving.auth.Caller;

/** The parameters of one request, checked; every complaint is a 400 that names value and range. */
public final class Request {
  /** Id of a kept snapshot, to be answered from it instead of the newest. */
  public static final String SNAPSHOT = "snapshot";

  /** Texts in English or French. */
  public static final String LANG = "lang";

  /** Names a request, so that sending it again does nothing twice. */
  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /** Largest body that is read, bytes. */
  static final int BODY_BYTES = 64 * 1024;

  /**
   * Read past of a body that is too large: a connection that ends with more unread is reset, and a
   * client that still sends never hears why.
   */
  private static final long REFUSED_BYTES = 1L << 20;

  private static final String JSON = "application/json";

  /** What Java's decoder puts in place of bytes that are not UTF-8. */
  private static final char REPLACEMENT = '\ufffd';

  private static final int LONGEST_NAME = 64;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1," + LONGEST_NAME + "}");
  private static final int MOST_DIGITS = 10;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");

  private final Context context;
  private final Map<String, List<String>> query;

  private Request(Context context, Map<String, List<String>> query) {
    this.context = context;
    this.query = query;
  }

  /**
   * @param allowed names of its query parameters; {@value #LANG} is always allowed
   */
  static Request of(Context context, Set<String> allowed) {
    Map<String, List<String>> query = context.queryParamMap();
    query.forEach(
        (name, values) -> {
          if (!allowed.contains(name) && !name.equals(LANG)) {
            Set<String> all = new TreeSet<>(allowed);
            all.add(LANG);
            throw badRequest(
                "unknown query parameter " + quoted(name) + "; allowed: " + String.join(", ", all));
          }
          if (values.isEmpty() || values.get(0).indexOf(REPLACEMENT) >= 0) {
            throw badRequest("the value of query parameter " + quoted(name) + " cannot be decoded");
          }
          if (values.size() != 1) {
            throw badRequest("query parameter " + quoted(name) + " is given more than once");
          }
        });
    return new Request(context, query);
  }

  /** Who asks; only on a route that asks for a token. */
  public Caller caller() {
    return Exchange.of(context).caller().orElseThrow();
  }

  /** Names the clients that the answer is about, for the audit log. */
  public void noteClients(int... ids) {
    Exchange.of(context).clients(ids);
  }

  /** Names the snapshot that the answer is read from, for the audit log. */
  public void noteSnapshot(String snapshotId) {
    Exchange.of(context).snapshot(snapshotId);
  }

  public String path(String name) {
    return context.pathParam(name);
  }

  /** A name of 1 to {@value #LONGEST_NAME} of A-Z, a-z, 0-9 and ._- in a header. */
  public Optional<String> header(String name) {
    List<String> values = Collections.list(context.req().getHeaders(name));
    if (values.isEmpty()) {
      return Optional.empty();
    }
    if (values.size() > 1 || !NAME.matcher(values.get(0)).matches()) {
      throw badRequest(
          "header %s must be given once, as 1 to %d of A-Z, a-z, 0-9 and ._-, is %s"
              .formatted(name, LONGEST_NAME, quoted(String.join(", ", values))));
    }
    return Optional.of(values.get(0));
  }

  /** A client's id from the path. */
  public int clientId() {
    int id = clientId("client id", path("id"));
    noteClients(id);
    return id;
  }

  /** A client's id from the query. */
  public Optional<Integer> clientId(String parameter) {
    Optional<Integer> id = query(parameter).map(value -> clientId("parameter " + parameter, value));
    id.ifPresent(this::noteClients);
    return id;
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).map(values -> values.get(0));
  }

  /**
   * A whole number from {@code least} to {@code most}.
   *
   * @param least 0 or more: a number is written in digits alone
   */
  public Optional<Integer> whole(String name, int least, int most) {
    return query(name)
        .map(
            value -> {
              long whole = digits(value);
              if (whole < least || whole > most) {
                throw badRequest(
                    "parameter %s must be a whole number from %d to %d, is %s"
                        .formatted(name, least, most, quoted(value)));
              }
              return (int) whole;
            });
  }

  /** A decimal number from {@code least} to {@code most}, both included. */
  public OptionalDouble number(String name, double least, double most) {
    Optional<String> given = query(name);
    if (given.isEmpty()) {
      return OptionalDouble.empty();
    }
    double value = NUMBER.matcher(given.get()).matches() ? Double.parseDouble(given.get()) : NaN;
    if (!(value >= least && value <= most)) {
      throw badRequest(
          "parameter %s must be a decimal number from %s to %s, is %s"
              .formatted(name, plain(least), plain(most), quoted(given.get())));
    }
    return OptionalDouble.of(value);
  }

  /** A text of 1 to {@code most} characters. */
  public Optional<String> text(String name, int most) {
    return query(name)
        .map(
            value -> {
              if (value.isBlank() || value.length() > most) {
                throw badRequest(
                    "parameter %s must be a text of 1 to %d characters, is %s"
                        .formatted(name, most, quoted(value)));
              }
              return value;
            });
  }

  /**
   * The JSON object that was sent.
   *
   * @param fields that it may have, all of which it needs
   */
  public Body body(String... fields) {
    byte[] bytes = bodyBytes();
    String type = context.contentType() == null ? "" : context.contentType();
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase(JSON)
        || context.header("Content-Encoding") != null) {
      throw ProblemException.unsupportedMediaType(
          "the body must be plain " + JSON + ", is " + quoted(type));
    }
    return Body.of(bytes, List.of(fields));
  }

  private byte[] bodyBytes() {
    try (InputStream in = context.bodyInputStream()) {
      byte[] bytes = in.readNBytes(BODY_BYTES + 1);
      if (bytes.length > BODY_BYTES) {
        in.skip(REFUSED_BYTES);
        throw tooLarge();
      }
      Exchange.of(context).markBodyRead();
      return bytes;
    } catch (IOException e) {
      throw ProblemException.timeout("the body did not come, or not in time");
    }
  }

  /** One of some words. */
  public Optional<String> oneOf(String name, List<String> allowed) {
    return query(name)
        .map(
            value -> {
              if (!allowed.contains(value)) {
                throw badRequest(
                    "parameter %s must be one of %s, is %s"
                        .formatted(name, String.join(", ", allowed), quoted(value)));
              }
              return value;
            });
  }

  /** {@code ?lang=}, else the best of Accept-Language that there is, else English. */
  public Language language() {
    return oneOf(LANG, List.of("en", "fr")).flatMap(Language::of).orElseGet(this::accepted);
  }

  private static ProblemException tooLarge() {
    return ProblemException.contentTooLarge("the body may have up to " + BODY_BYTES + " bytes");
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private Language accepted() {
    String header = context.header("Accept-Language");
    if (header == null) {
      return Language.EN;
    }
    try {
      return LanguageRange.parse(header).stream()
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> Language.of(range.getRange()).stream())
          .findFirst()
          .orElse(Language.EN);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // The JDK's parser throws either. A malformed preference is no reason to refuse an answer.
      return Language.EN;
    }
  }

  private static int clientId(String what, String value) {
    long id = digits(value);
    if (id < 0 || id > Integer.MAX_VALUE) {
      throw badRequest(
          "%s must be a whole number from 0 to %d, is %s"
              .formatted(what, Integer.MAX_VALUE, quoted(value)));
    }
    return (int) id;
  }

  /** A whole number of up to {@value #MOST_DIGITS} digits; -1 for what is none. */
  private static long digits(String value) {
    if (value.isEmpty() || value.length() > MOST_DIGITS) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < value.length(); i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
