package org.creditscoring.pipeline.snapshots;

import java.util.List;
import java.util.Map;

/**
 * How two snapshots differ; the field names are those of {@code diff --json}.
 *
 * @param probability how those who are in both have moved
 * @param points likewise
 * @param drift features by their shift, the farthest first
 */
record DiffReport(
    Side before,
    Side after,
    Clients clients,
    Decisions decisions,
    Moves probability,
    Moves points,
    List<Drift> drift,
    Catalogue catalogue) {

  /**
   * What a snapshot says of itself.
   *
   * @param auc of its model, out of fold
   */
  record Side(
      String id,
      String createdAt,
      String modelId,
      double auc,
      int clients,
      double cutOff,
      boolean synthetic,
      List<String> absentTables,
      String dataFingerprint) {}

  /**
   * @param both in both
   * @param outcomeKnownNow of those, whose outcome was not known before and is after
   */
  record Clients(long both, long onlyBefore, long onlyAfter, long outcomeKnownNow) {}

  /**
   * Of those who are in both.
   *
   * @param nowRefusedIds some of them, the least ids
   * @param nowAcceptedIds likewise
   */
  record Decisions(
      long refusedBefore,
      long refusedAfter,
      long nowRefused,
      long nowAccepted,
      List<Integer> nowRefusedIds,
      List<Integer> nowAcceptedIds) {}

  /**
   * After less before; NaN if nobody is in both.
   *
   * @param unchanged clients
   * @param quantiles by their share, interpolated
   */
  record Moves(long unchanged, double mean, double meanAbsolute, Map<String, Double> quantiles) {}

  /**
   * A feature's shift among clients of one kind.
   *
   * @param clients past or current
   * @param psi population stability index
   * @param chance what chance alone would make of it at most
   * @param told what has changed, in words; empty if nothing much
   */
  record Drift(String feature, String clients, double psi, double chance, String told) {}

  /**
   * @param added values that are new, with their block
   * @param removed values that are gone, likewise
   * @param categories features whose list of categories is another
   * @param treatment values whose block or sensitivity is another
   */
  record Catalogue(
      List<String> added, List<String> removed, List<String> categories, List<String> treatment) {
    boolean same() {
      return added.isEmpty() && removed.isEmpty() && categories.isEmpty() && treatment.isEmpty();
    }
  }
}
