package org.creditscoring.pipeline.card;

import org.creditscoring.model.feature.Language;

/**
 * What every section of the card is made of, in one language. Headings, paragraphs, captions and
 * tiles are HTML, their texts escaped here; what is said and numbers are plain text.
 */
final class CardText {
  private final Language language;

  CardText(Language language) {
    this.language = language;
  }

  String heading(String en, String fr) {
    return "<h2>" + Html.escaped(said(en, fr)) + "</h2>\n";
  }

  String paragraph(String style, String en, String fr) {
    String attribute = style.isEmpty() ? "" : " class=\"" + style + "\"";
    return "<p" + attribute + ">" + Html.escaped(said(en, fr)) + "</p>\n";
  }

  String figure(String svg, String en, String fr) {
    return "<figure>%s<figcaption>%s</figcaption></figure>\n"
        .formatted(svg, Html.escaped(said(en, fr)));
  }

  String said(String en, String fr) {
    return language == Language.FR ? fr : en;
  }

  /** Null is told as a dash. */
  String fixed(Double value, int decimals) {
    return CardNumbers.fixed(value, decimals, language);
  }

  /** Null is told as a dash. */
  String percent(Double share, int decimals) {
    return CardNumbers.percent(share, decimals, language);
  }

  String whole(long count) {
    return CardNumbers.whole(count, language);
  }

  static String tile(String value, String name, String meaning) {
    return "<li><span>%s</span><b>%s</b><small>%s</small></li>\n"
        .formatted(Html.escaped(name), Html.escaped(value), Html.escaped(meaning));
  }
}
