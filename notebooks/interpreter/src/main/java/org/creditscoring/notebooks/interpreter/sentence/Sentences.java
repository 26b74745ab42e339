package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.api.CreditApi;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.text.Closest;
import org.creditscoring.notebooks.interpreter.text.Language;
import org.creditscoring.notebooks.interpreter.text.Texts;

/** All sentences, and the way from a paragraph's text to its answer. */
public final class Sentences {
  /** How a paragraph ended, for Zeppelin's own mark on it. */
  public enum Outcome {
    ANSWERED,
    FAILED
  }

  private final Map<String, Sentence> byWord;
  private final CreditApi api;

  public Sentences(CreditApi api) {
    this(new LinkedHashMap<>(), api);
    for (Sentence sentence :
        List.of(
            new ClientSentence(),
            new DecisionSentence(),
            new ReasonsSentence(),
            new WaterfallSentence(),
            new ContributionsSentence(),
            new PositionSentence(),
            new WhatIfSentence(),
            new ReviewsSentence(),
            new QueueSentence(),
            new DistributionSentence(),
            new PairSentence(),
            new ImportanceSentence(),
            new DescribeSentence(),
            new PortfolioSentence(),
            new CutOffSentence(),
            new ScoresSentence(),
            new ModelSentence(),
            new DiscriminationSentence(),
            new CalibrationSentence(),
            new GroupsSentence())) {
      byWord.put(sentence.word(), sentence);
    }
  }

  private Sentences(Map<String, Sentence> byWord, CreditApi api) {
    this.byWord = byWord;
    this.api = api;
  }

  /** The same for the cards of one page at one moment, who share what the service answers. */
  public Sentences forOneMoment() {
    return new Sentences(byWord, api.forOneMoment());
  }

  /** In the order in which they are taught. */
  public List<String> words() {
    return List.copyOf(byWord.keySet());
  }

  /** The text's first word, in lower case. */
  public static String wordOf(String text) {
    return text.trim().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
  }

  /** What a card with this sentence is headed with. */
  public String title(String text, Language language) {
    String word = wordOf(text);
    String title = byWord.containsKey(word) ? "title." + word : "title.help";
    boolean byGroup = text.trim().toLowerCase(Locale.ROOT).startsWith("importance g");
    return new Texts(language).say(byGroup ? "title.importance.group" : title);
  }

  /** Names and labels of features that may follow {@code distribution} and {@code describe}. */
  public Map<String, String> features(Language language) throws ApiException, InterruptedException {
    Map<String, String> features = new LinkedHashMap<>();
    for (JsonNode feature :
        api.get("/v1/features", Map.of("lang", language.code())).required("features")) {
      features.put(feature.required("name").asText(), feature.required("label").asText());
    }
    return features;
  }

  /**
   * Answers one paragraph, in words whatever happens.
   *
   * @throws InterruptedException when the paragraph was cancelled
   */
  public Outcome answer(Run run, Forms forms, Page page) throws InterruptedException {
    Question question = new Question(api, run, forms);
    Sentence sentence = byWord.get(run.word());
    if (sentence == null) {
      teach(question, page, run.written());
      return run.written().isEmpty() ? Outcome.ANSWERED : Outcome.FAILED;
    }
    try {
      sentence.answer(question, page);
      return Outcome.ANSWERED;
    } catch (ApiException e) {
      return excuse(question, page, e);
    } catch (IllegalArgumentException e) {
      // JsonNode.required: the answer breaks the contract, and its message names the missing field.
      return unexpected(question, page, e.getMessage());
    }
  }

  private void teach(Question question, Page page, String typed) {
    if (typed.isEmpty()) {
      Notice.say(page, question.say("sentence.empty"));
    } else {
      String nearest = Closest.to(typed, byWord.keySet(), 1).get(0);
      Notice.fail(
          page,
          question.say("sentence.unknown", typed, "%credit " + nearest),
          question.say("sentence.all"));
    }
    page.html().open("dl", "class", "credit-facts");
    for (String word : byWord.keySet()) {
      page.html()
          .open("dt")
          .element("code", "%credit " + word)
          .close()
          .element("dd", question.say("help." + word));
    }
    page.html().close();
  }

  private Outcome excuse(Question question, Page page, ApiException problem)
      throws InterruptedException {
    switch (problem.reason()) {
      case UNKNOWN:
        return unknown(question, page, problem);
      case NOT_ACCEPTED:
      case KEY_USED:
      case CHANGED:
        Notice.fail(page, question.say("error.NOT_ACCEPTED", problem.getMessage()));
        return Outcome.FAILED;
      case UNEXPECTED:
        return unexpected(question, page, problem.getMessage());
      default:
        String key = "error." + problem.reason();
        Notice.fail(page, question.say(key, api.base().toString()), question.say(key + ".hint"));
        return Outcome.FAILED;
    }
  }

  private Outcome unknown(Question question, Page page, ApiException problem)
      throws InterruptedException {
    if (question.clientNumber().isEmpty()) {
      return unexpected(question, page, problem.getMessage());
    }
    try {
      question.ask("/v1/clients/" + question.clientNumber().get());
      // The client is known: something else is not.
      return unexpected(question, page, problem.getMessage());
    } catch (ApiException e) {
      return e.reason() == ApiException.Reason.UNKNOWN
          ? unknownClient(question, page)
          : unexpected(question, page, e.getMessage());
    }
  }

  private static Outcome unknownClient(Question question, Page page) throws InterruptedException {
    try {
      Notice.unknownClient(question, page, question.clientNumber().get());
      return Outcome.ANSWERED;
    } catch (ApiException e) {
      return unexpected(question, page, e.getMessage());
    }
  }

  private static Outcome unexpected(Question question, Page page, String detail) {
    Notice.fail(
        page, question.say("error.UNEXPECTED"), question.say("error.UNEXPECTED.hint", detail));
    return Outcome.FAILED;
  }
}
