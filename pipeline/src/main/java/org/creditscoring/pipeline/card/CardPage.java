package org.creditscoring.pipeline.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.feature.Language;

/**
 * The card as one HTML page that needs nothing else: no script, no request, both languages, of
 * which the reader chooses one.
 */
public final class CardPage {
  /** Name of the page's file in a model directory. */
  public static final String FILE = "card.html";

  private static final String STYLE = "card.css";

  private CardPage() {}

  /**
   * @param card with an evaluation
   */
  public static String of(ModelCard card) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Model %s</title>
    <style>
    %s</style>
    </head>
    <body>
    <main>
    <input class="choice" type="radio" name="language" id="en" checked>
    <input class="choice" type="radio" name="language" id="fr">
    <div class="languages"><label for="en" lang="en">English</label><label for="fr" lang="fr">Français</label></div>
    <article lang="en">
    %s</article>
    <article lang="fr">
    %s</article>
    </main>
    </body>
    </html>
    """
        .formatted(
            Html.escaped(card.modelId()),
            style(),
            new CardArticle(card, Language.EN).html(),
            new CardArticle(card, Language.FR).html());
  }

  private static String style() {
    try (InputStream in = CardPage.class.getResourceAsStream(STYLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
