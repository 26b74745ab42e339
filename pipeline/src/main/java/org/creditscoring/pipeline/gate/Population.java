package org.creditscoring.pipeline.gate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.creditscoring.model.snapshot.GateReport.Level;
import org.creditscoring.model.snapshot.GateReport.Verdict;

/**
 * Whether the published snapshot is of the same clients, so that the two can be compared. Told by
 * who they are and not by how many: of a file that was cut short every client is known, of another
 * file few are.
 *
 * @param comparable the published snapshot, if it is
 */
record Population(Verdict verdict, Optional<LastSnapshot> comparable) {
  private static final String NAME = "samePopulation";

  /**
   * @param ids of the new snapshot's clients, rising
   * @param least share that must be in both
   */
  static Population of(Optional<LastSnapshot> last, Candidate candidate, int[] ids, double least) {
    if (last.isEmpty()) {
      return new Population(
          verdict(Level.OK, null, least, Evidence.NOTHING_PUBLISHED), Optional.empty());
    }
    LastSnapshot published = last.get();
    if (published.manifest().synthetic() != candidate.synthetic()) {
      return new Population(
          verdict(
              Level.WARN,
              0.0,
              least,
              "either this snapshot or the published "
                  + published.id()
                  + " is of synthetic clients: nothing is compared with it"),
          Optional.empty());
    }
    double shared = published.shared(ids);
    String told =
        String.format(
            Locale.ROOT,
            "%.1f %% of the clients of the smaller of both are in this snapshot and in the published %s",
            100 * shared,
            published.id());
    return shared < least
        ? new Population(
            verdict(Level.WARN, shared, least, told + ": nothing is compared with it"),
            Optional.empty())
        : new Population(verdict(Level.OK, shared, least, told), last);
  }

  private static Verdict verdict(Level level, Double seen, double least, String told) {
    return new Verdict(NAME, level, seen, least, null, told, List.of());
  }
}
