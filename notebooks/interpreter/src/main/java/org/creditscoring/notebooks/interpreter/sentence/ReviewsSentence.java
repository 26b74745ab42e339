package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Json;
import org.creditscoring.notebooks.interpreter.html.Page;

/**
 * {@code %credit reviews}: what people decided about this client's decision, and a form to uphold
 * or override it with a reason.
 */
final class ReviewsSentence implements Sentence {
  private static final String VERDICT = "verdict";
  private static final String REASON = "reason";
  private static final String RECORD = "record";
  private static final String NO = "NO";

  /**
   * The last review of each analyst, so that a paragraph that Zeppelin runs again with the fields
   * of its last run records nothing twice.
   */
  private final Map<String, String> recorded = new ConcurrentHashMap<>();

  @Override
  public String word() {
    return "reviews";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    Optional<String> number = Notice.clientOr(question, page);
    if (number.isEmpty()) {
      return;
    }
    String path = "/v1/clients/" + number.get() + "/reviews";
    Forms forms = question.forms();
    forms.ofTheClient();
    forms.sentBy(question.say("reviews.record"));
    String sent = forms.given(RECORD).orElse(NO);
    // It is sent once; whoever runs the paragraph again means to read.
    forms.forget(RECORD);
    boolean refused = false;
    if (!sent.equals(NO)) {
      refused = !record(question, page, path, number.get(), sent);
    }
    if (!refused) {
      forms.forget(VERDICT);
      forms.forget(REASON);
    }
    offer(question);
    list(question, page, path);
  }

  /** Whether the service took the review; where not, the page says why. */
  private boolean record(Question question, Page page, String path, String number, String occasion)
      throws ApiException, InterruptedException {
    String verdict = question.forms().given(VERDICT).orElse("");
    String reason = question.forms().given(REASON).orElse("").trim();
    if (verdict.isEmpty() || reason.isEmpty()) {
      Notice.fail(page, question.say("reviews.incomplete"));
      return false;
    }
    String analyst = question.analyst();
    String review = String.join("\n", occasion, number, verdict, reason);
    if (review.equals(recorded.put(analyst, review))) {
      return true;
    }
    try {
      question.send(path, Json.object("verdict", verdict, "reason", reason));
      Notice.say(page, question.say("reviews.done"));
      return true;
    } catch (ApiException e) {
      recorded.remove(analyst);
      if (e.reason() != ApiException.Reason.NOT_ACCEPTED) {
        throw e;
      }
      Notice.fail(page, question.say("reviews.refused", e.getMessage()));
      return false;
    }
  }

  private static void offer(Question question) {
    Map<String, String> verdicts = new LinkedHashMap<>();
    verdicts.put("", question.say("reviews.choose"));
    verdicts.put("UPHELD", question.say("reviews.uphold"));
    verdicts.put("OVERRIDDEN", question.say("reviews.override"));
    Forms forms = question.forms();
    forms.choose(VERDICT, question.say("reviews.verdict"), verdicts, "");
    forms.offer(Field.lines(REASON, question.say("reviews.reason"), ""));
    if (forms.given("view").isEmpty()) {
      // The official interfaces have no button: this one says that the two above are meant.
      Map<String, String> answers = new LinkedHashMap<>();
      answers.put(NO, question.say("describe.no"));
      answers.put("YES", question.say("describe.yes"));
      forms.choose(RECORD, question.say("reviews.record"), answers, NO);
    }
  }

  private static void list(Question question, Page page, String path)
      throws ApiException, InterruptedException {
    JsonNode reviews = question.ask(path).required("reviews");
    Notice.origin(question, page);
    if (reviews.isEmpty()) {
      page.html().element("p", question.say("reviews.none"), "class", "credit-muted");
      return;
    }
    page.html().element("h3", question.say("reviews.earlier"));
    page.html().open("ol", "class", "credit-reviews");
    for (JsonNode review : reviews) {
      boolean upheld = review.required("verdict").asText().equals("UPHELD");
      String decision = question.say(Notice.decisionKey(review.required("decision").asText()));
      page.html()
          .open("li")
          .element(
              "strong", question.say(upheld ? "reviews.upheld" : "reviews.overridden", decision))
          .element("p", review.required("reason").asText())
          .element(
              "p",
              question.say(
                  "reviews.by",
                  review.path("analyst").asText(),
                  Snapshots.moment(question, review.required("reviewedAt").asText()),
                  question.numbers().percent(review.required("probability").asDouble(), 1)),
              "class",
              "credit-muted")
          .close();
    }
    page.html().close();
  }
}
