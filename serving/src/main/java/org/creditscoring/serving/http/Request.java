package org.creditscoring.serving.http;

import static org.creditscoring.serving.http.ProblemException.badRequest;
import static org.creditscoring.serving.http.ProblemException.quoted;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.creditscoring.model.feature.Language;
import org.creditscoring.serving.auth.Caller;

/** The parameters of one request, checked; every complaint is a 400 that names value and range. */
public final class Request {
  /** Texts in English or French. */
  public static final String LANG = "lang";

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");

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
          if (values.isEmpty()) {
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

  /** A whole number from {@code least} to {@code most}. */
  public Optional<Integer> whole(String name, int least, int most) {
    return query(name)
        .map(
            value -> {
              if (!DIGITS.matcher(value).matches()
                  || Long.parseLong(value) < least
                  || Long.parseLong(value) > most) {
                throw badRequest(
                    "parameter %s must be a whole number from %d to %d, is %s"
                        .formatted(name, least, most, quoted(value)));
              }
              return Integer.parseInt(value);
            });
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
    } catch (IllegalArgumentException e) {
      // A malformed preference is no reason to refuse an answer.
      return Language.EN;
    }
  }

  private static int clientId(String what, String value) {
    if (!DIGITS.matcher(value).matches() || Long.parseLong(value) > Integer.MAX_VALUE) {
      throw badRequest(
          "%s must be a whole number from 0 to %d, is %s"
              .formatted(what, Integer.MAX_VALUE, quoted(value)));
    }
    return Integer.parseInt(value);
  }
}
