package org.creditscoring.notebooks.interpreter.sentence;

import org.creditscoring.notebooks.interpreter.text.Language;

/** One run of one paragraph: what was written, by whom, about which client, in which language. */
public final class Run {
  private final String text;
  private final String client;
  private final String analyst;
  private final Language language;

  /**
   * @param text of the paragraph: a sentence
   * @param client as the analyst wrote it, maybe empty
   * @param analyst as signed in to Zeppelin
   */
  public Run(String text, String client, String analyst, Language language) {
    this.text = text;
    this.client = client;
    this.analyst = analyst;
    this.language = language;
  }

  /** The sentence's first word, in lower case. */
  String word() {
    return Sentences.wordOf(text);
  }

  /** The first word as written. */
  String written() {
    return text.trim().split("\\s+", 2)[0];
  }

  /** What follows the first word, maybe empty. */
  String argument() {
    String[] parts = text.trim().split("\\s+", 2);
    return parts.length > 1 ? parts[1].trim() : "";
  }

  String client() {
    return client;
  }

  String analyst() {
    return analyst;
  }

  Language language() {
    return language;
  }
}
