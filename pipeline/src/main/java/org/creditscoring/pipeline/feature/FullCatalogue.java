package org.creditscoring.pipeline.feature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.pipeline.feature.history.History;

/** What a new model is given: the application's features and the history's. */
public final class FullCatalogue {
  private FullCatalogue() {}

  /**
   * @param absent names of the raw tables that are not there: a model cannot learn from what is
   *     always missing, so their features are left out
   */
  public static Catalogue without(Collection<String> absent) {
    Catalogue application = ApplicationCatalogue.catalogue();
    List<Feature> features = new ArrayList<>(application.features());
    History.catalogue().stream()
        .filter(feature -> !absent.contains(feature.source()))
        .forEach(features::add);
    return new Catalogue(features, application.inputs(), application.forbidden());
  }
}
