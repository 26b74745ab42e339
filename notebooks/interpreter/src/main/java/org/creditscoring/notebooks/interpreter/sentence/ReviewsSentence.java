package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Json;
import org.creditscoring.notebooks.interpreter.html.Page;

/**
 * {@code %credit reviews}: what people decided about this client's decision, and a form to uphold
 * or override it with a reason. What is recorded is about the decision that the form showed.
 */
final class ReviewsSentence implements Sentence {
  private static final String VERDICT = "verdict";
  private static final String REASON = "reason";
  private static final String RECORD = "record";
  private static final String FORM = "form";
  private static final String NO = "NO";

  /** What became of what was sent. */
  private enum Outcome {
    NOTHING_SENT,
    RECORDED,
    /** It lacks something, or its key was used, and the page says so. */
    REFUSED,
    /** The decision is another one than the form showed. */
    CHANGED
  }

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
    Forms forms = question.forms();
    forms.ofTheClient();
    forms.sentBy(question.say("reviews.record"));
    Optional<ReviewForm> shown =
        forms.given(FORM).flatMap(text -> ReviewForm.of(number.get(), text));
    Outcome outcome = sent(question, page, number.get(), shown);
    if (outcome == Outcome.RECORDED || forms.given(FORM).isPresent() && shown.isEmpty()) {
      // Said, or meant for another client.
      forms.forget(VERDICT);
      forms.forget(REASON);
    }
    boolean unrecorded = outcome == Outcome.REFUSED || outcome == Outcome.CHANGED;
    if (unrecorded) {
      // Before a question that may fail: what was written is then not lost.
      shown.ifPresent(form -> forms.remember(FORM, form.text()));
      offer(question);
    }
    JsonNode client = question.ask("/v1/clients/" + number.get());
    String snapshotId = client.required("snapshotId").asText();
    if (outcome == Outcome.CHANGED) {
      String seen = shown.map(ReviewForm::snapshotId).orElse("");
      Notice.fail(page, question.say("reviews.changed", seen, snapshotId));
    }
    forms.remember(FORM, ReviewForm.show(number.get(), snapshotId).text());
    about(question, page, client);
    if (!unrecorded) {
      offer(question);
    }
    list(question, page, path(number.get()));
  }

  private static String path(String number) {
    return "/v1/clients/" + number + "/reviews";
  }

  private static Outcome sent(
      Question question, Page page, String number, Optional<ReviewForm> shown)
      throws ApiException, InterruptedException {
    Forms forms = question.forms();
    boolean wanted = !forms.given(RECORD).orElse(NO).equals(NO);
    // It is sent once; whoever runs the paragraph again means to read.
    forms.forget(RECORD);
    if (!wanted) {
      return Outcome.NOTHING_SENT;
    }
    if (shown.isEmpty()) {
      Notice.fail(page, question.say("reviews.notSeen"));
      return Outcome.REFUSED;
    }
    String verdict = forms.given(VERDICT).orElse("");
    String reason = forms.given(REASON).orElse("").trim();
    if (verdict.isEmpty() || reason.isEmpty()) {
      Notice.fail(page, question.say("reviews.incomplete"));
      return Outcome.REFUSED;
    }
    Map<String, Object> review =
        Json.object("verdict", verdict, "reason", reason, "snapshotId", shown.get().snapshotId());
    try {
      question.sendOnce(path(number), review, shown.get().key());
      Notice.say(page, question.say("reviews.done"));
      return Outcome.RECORDED;
    } catch (ApiException e) {
      return refused(question, page, shown.get(), e);
    }
  }

  /**
   * @throws ApiException where nobody knows whether it is recorded; the same form is then offered
   *     again, and sending it again records it once
   */
  private static Outcome refused(
      Question question, Page page, ReviewForm shown, ApiException problem) throws ApiException {
    switch (problem.reason()) {
      case CHANGED:
        return Outcome.CHANGED;
      case NOT_ACCEPTED:
        Notice.fail(page, question.say("reviews.refused", problem.getMessage()));
        return Outcome.REFUSED;
      case KEY_USED:
        // The form is shown with a new key, so that recording again records this wording.
        Notice.fail(page, question.say("reviews.keyUsed"));
        return Outcome.REFUSED;
      case NOT_READY:
      case DOWN:
      case UNEXPECTED:
        Notice.fail(page, question.say("reviews.unanswered"));
        question.forms().remember(FORM, shown.text());
        offer(question);
        throw problem;
      default:
        throw problem;
    }
  }

  /** Which decision the form is about. */
  private static void about(Question question, Page page, JsonNode client) {
    page.html()
        .element(
            "p",
            question.say(
                "reviews.about",
                question.say(Notice.decisionKey(client.required("decision").asText())),
                question.numbers().percent(client.required("probability").asDouble(), 1),
                Snapshots.day(question, client.required("snapshotId").asText())));
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
